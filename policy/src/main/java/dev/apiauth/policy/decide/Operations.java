package dev.apiauth.policy.decide;

import dev.apiauth.policy.request.PathPatterns;
import dev.apiauth.policy.request.ProductPath;
import dev.apiauth.policy.spec.Operation;
import java.util.List;
import java.util.Set;

/**
 * What requests do to a product, by its profile: the first rule that matches counts, and the method
 * where none does.
 *
 * <p>Not the method alone: a search may be a POST, and some paths administer the product. A method
 * that is not known to look only writes. What a client says in a header instead of the method does
 * not count; such headers never reach the product.
 *
 * @param rules the profile's, in order
 */
public record Operations(List<Rule> rules) {

  private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS", "PROPFIND", "REPORT");

  /** The list is copied. */
  public Operations {
    rules = List.copyOf(rules);
  }

  /**
   * What requests to some paths do.
   *
   * @param operation what they do
   * @param methods for which methods; empty for all
   * @param paths which paths
   */
  public record Rule(Operation operation, Set<String> methods, PathPatterns paths) {

    /** The set is copied. */
    public Rule {
      methods = Set.copyOf(methods);
    }

    /** What makes less of a request than its method counts in its exact spelling alone. */
    private boolean holdsFor(ProductPath path, String method) {
      if (!methods.isEmpty() && !methods.contains(method)) return false;
      return paths.matches(path)
          || (operation != Operation.Read && paths.matchesIgnoringCaseOnly(path));
    }
  }

  /** What a request with that method to that path does. */
  public Operation of(ProductPath path, String method) {
    return rules.stream()
        .filter(rule -> rule.holdsFor(path, method))
        .map(Rule::operation)
        .findFirst()
        .orElseGet(() -> byMethod(method));
  }

  private static Operation byMethod(String method) {
    return LOOKING.contains(method) ? Operation.Read : Operation.Write;
  }
}
