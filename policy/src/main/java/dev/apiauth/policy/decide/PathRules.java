package dev.apiauth.policy.decide;

import dev.apiauth.policy.request.PathPatterns;
import java.util.List;
import java.util.Set;

/**
 * Which paths need a credential or a session, and which need none, whatever the product's profile
 * says about them. Protected goes before public.
 *
 * @param open what needs none; a credential that is sent all the same is decided by
 * @param closed what needs one
 */
public record PathRules(List<Open> open, PathPatterns closed) {

  /** Nothing but the product's profile counts. */
  public static final PathRules NONE = new PathRules(List.of(), PathPatterns.of(List.of()));

  /** The list is copied. */
  public PathRules {
    open = List.copyOf(open);
  }

  /**
   * Paths that need no credential.
   *
   * @param paths which paths, in their exact spelling
   * @param methods for which methods
   */
  public record Open(PathPatterns paths, Set<String> methods) {

    /** The set is copied. */
    public Open {
      methods = Set.copyOf(methods);
    }
  }

  /** Whether a request needs neither credential nor session. */
  boolean opens(Target target) {
    return open.stream()
        .anyMatch(
            each ->
                each.methods().contains(target.head().method())
                    && each.paths().matches(target.below()));
  }

  /**
   * Whether a request needs a credential or a session; in another letter case too, since what
   * rewrites paths behind us might not mind it (N4).
   */
  boolean closes(Target target) {
    return closed.matches(target.below()) || closed.matchesIgnoringCaseOnly(target.below());
  }
}
