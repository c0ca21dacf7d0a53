package dev.apiauth.policy.request;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import java.util.Optional;

/** What a request line asks for (RFC 9112, section 3.2), split but not decoded. */
public sealed interface RequestTarget {

  /**
   * A resource, in origin-form or absolute-form.
   *
   * @param path the raw path; starts with a slash, is otherwise unchecked: see {@link
   *     CanonicalPath#of}
   * @param query the raw query without its question mark, in visible ASCII; empty if there is no
   *     question mark. May hold what a URI may not, as Atlassian's connectors allow: never give it
   *     to {@link java.net.URI}
   */
  record Resource(String path, Optional<String> query) implements RequestTarget {}

  /** The server itself: {@code OPTIONS *}. */
  record WholeServer() implements RequestTarget {}

  /**
   * Splits the request target.
   *
   * <p>Refuses with {@link Reason#MALFORMED_MESSAGE}: other forms, an absolute-form with another
   * scheme than http or https, with user information (Q6: a credential nobody looks at) or with
   * another authority than the Host header field (S19), a fragment, and a query with bytes that no
   * product takes (controls, space, outside ASCII).
   */
  static Outcome<RequestTarget> of(RequestHead head) {
    return TargetForm.of(head);
  }
}
