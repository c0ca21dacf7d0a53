package dev.apiauth.sidecar.answer;

import dev.apiauth.policy.outcome.Reason;

/** What becomes of the client's connection after an answer of our own. */
public enum ConnectionFate {
  /** The next request may come on it, once the rest of this one is read. */
  KEEP,
  /** Nobody can tell where the next request would begin, so there is none. */
  CLOSE;

  /**
   * What becomes of the connection after this refusal: a message that was not understood as a whole
   * ends its connection (RFC 9112, section 6.3; checks S1 to S10 and S17 to S21).
   */
  public static ConnectionFate after(Reason reason) {
    return switch (reason) {
      case MALFORMED_MESSAGE,
          DUPLICATE_HOST,
          DUPLICATE_AUTHORIZATION,
          METHOD_REFUSED,
          UPGRADE_REFUSED,
          EXPECTATION_UNKNOWN,
          HTTP_VERSION_REFUSED,
          TRANSFER_CODING_REFUSED,
          TARGET_TOO_LONG,
          HEADERS_TOO_LARGE,
          FORM_TOO_LARGE,
          BATCH_TOO_LARGE,
          REQUEST_TOO_SLOW,
          INTERNAL ->
          CLOSE;
      default -> KEEP;
    };
  }
}
