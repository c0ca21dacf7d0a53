package dev.apiauth.policy.request;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import java.util.List;
import java.util.Set;

/** A product's path classes: ordered rules, the first that matches counts. */
public final class PathClasses {

  /**
   * Gives the paths of some patterns a class.
   *
   * @param methods the methods that it holds for, as they stand in a request line; empty for all
   */
  public record Rule(PathClass pathClass, List<PathPattern> patterns, Set<String> methods) {

    public Rule {
      patterns = List.copyOf(patterns);
      methods = Set.copyOf(methods);
    }

    private boolean holdsFor(String method) {
      return methods.isEmpty() || methods.contains(method);
    }
  }

  private final PathTrie<Rule> exact = PathTrie.exact();
  private final PathTrie<Rule> ignoringCase = PathTrie.ignoringCase();

  private PathClasses(List<Rule> rules) {
    for (var rule : rules) {
      for (var pattern : rule.patterns()) {
        exact.put(pattern, rule);
        ignoringCase.put(pattern, rule);
      }
    }
  }

  /** Compiles the rules; their order counts. */
  public static PathClasses of(List<Rule> rules) {
    return new PathClasses(rules);
  }

  /**
   * The class of a request.
   *
   * @return the class of the first rule that matches, {@link PathClass#UNLISTED} if none does;
   *     refuses with {@link Reason#AMBIGUOUS_PATH} a path that would have another class if case did
   *     not matter (N4)
   */
  public Outcome<PathClass> classify(ProductPath path, String method) {
    var pathClass = classIn(exact, path, method);
    return pathClass == classIn(ignoringCase, path, method)
        ? Outcome.pass(pathClass)
        : Outcome.refuse(
            Reason.AMBIGUOUS_PATH, "it differs from a path of the product by case only");
  }

  private static PathClass classIn(PathTrie<Rule> rules, ProductPath path, String method) {
    return rules
        .first(path, rule -> rule.holdsFor(method))
        .map(Rule::pathClass)
        .orElse(PathClass.UNLISTED);
  }
}
