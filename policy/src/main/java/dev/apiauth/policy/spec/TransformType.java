package dev.apiauth.policy.spec;

/** One change on the way from a claim to a user name. */
public enum TransformType {
  /**
   * Removes {@code @domain} where the domain is listed; every other domain, and a name without one,
   * is refused.
   */
  StripDomain,
  /** Lower case, independent of any locale. */
  Lowercase,
  /** Replaces a name that matches a pattern as a whole; every other name is refused. */
  Regex,
  /** Looks the name up in a list; a name that is not listed is refused. */
  Map
}
