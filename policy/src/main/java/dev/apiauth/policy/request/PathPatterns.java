package dev.apiauth.policy.request;

import java.util.Collection;
import java.util.Optional;

/** Many path patterns, compiled so that a look-up costs about one step per segment. */
public final class PathPatterns {

  private final PathTrie<PathPattern> exact = PathTrie.exact();
  private final PathTrie<PathPattern> ignoringCase = PathTrie.ignoringCase();

  private PathPatterns(Collection<PathPattern> patterns) {
    for (var pattern : patterns) {
      exact.put(pattern, pattern);
      ignoringCase.put(pattern, pattern);
    }
  }

  /** Compiles the patterns; none of them match nothing. */
  public static PathPatterns of(Collection<PathPattern> patterns) {
    return new PathPatterns(patterns);
  }

  /** Whether one of the patterns matches. */
  public boolean matches(ProductPath path) {
    return match(path).isPresent();
  }

  /** The first of the patterns, in the order given, that matches. */
  public Optional<PathPattern> match(ProductPath path) {
    return exact.first(path, pattern -> true);
  }

  /**
   * Whether a pattern would match if case did not matter, and none does as it is.
   *
   * <p>To be refused where the patterns protect (N4): {@code /REST/api} is nothing to Tomcat, but a
   * rewrite rule in front of the product might not mind the case.
   */
  public boolean matchesIgnoringCaseOnly(ProductPath path) {
    return !matches(path) && ignoringCase.first(path, pattern -> true).isPresent();
  }
}
