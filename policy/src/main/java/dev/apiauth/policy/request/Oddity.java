package dev.apiauth.policy.request;

/**
 * What is unusual about the spelling of a path that has only one reading all the same.
 *
 * <p>Pages of the interface may be spelled so; an API path may not hold those that {@link
 * CanonicalPath#strict} refuses.
 */
public enum Oddity {
  /**
   * Path parameters ({@code ;x=y}) other than a session id at the end; the product ignores them.
   */
  PATH_PARAMETERS("a path parameter"),
  /** {@code ;jsessionid=} at the end, which a servlet container writes into links. */
  SESSION_PARAMETER("a session id in the path"),
  /** {@code .} or {@code ..} as a segment, spelled in characters or percent-encoded. */
  DOT_SEGMENTS("a dot segment"),
  /** Two slashes with nothing in between. */
  EMPTY_SEGMENTS("an empty segment"),
  /** A percent-encoded letter, digit or one of {@code -._~} (RFC 3986, section 2.3). */
  ENCODED_UNRESERVED("a percent-encoding that changes nothing"),
  /** A bare {@code [}, {@code ]} or {@code |}, which Atlassian's connectors take as it is. */
  RELAXED_CHARACTERS("a bracket or a bar that is not percent-encoded");

  private final String rule;

  Oddity(String rule) {
    this.rule = rule;
  }

  /** The oddity as part of a sentence, for example {@code a dot segment}. */
  public String rule() {
    return rule;
  }
}
