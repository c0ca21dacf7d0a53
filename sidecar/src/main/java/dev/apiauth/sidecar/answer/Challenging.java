package dev.apiauth.sidecar.answer;

import dev.apiauth.policy.request.RequestHead;

/**
 * Whether the caller can do something with a challenge.
 *
 * <p>Never Basic: its only effect would be a password on the way to us, or a browser's password
 * window (check B5).
 */
public enum Challenging {
  /** The challenge is Bearer's (RFC 6750, section 3). */
  BEARER,
  /**
   * No challenge, and so no 401 either, which would need one (RFC 9110, section 15.5.2): a CORS
   * preflight has no credentials by design.
   */
  NONE;

  /** How the sender of this request may be challenged. */
  public static Challenging of(RequestHead head) {
    return head.isPreflight() ? NONE : BEARER;
  }
}
