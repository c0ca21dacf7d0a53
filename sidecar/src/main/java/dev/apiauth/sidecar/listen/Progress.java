package dev.apiauth.sidecar.listen;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;

/** Where the reading of a part of a message stands after the octets that are there. */
sealed interface Progress {

  /** Everything that was read is well-formed. */
  enum InOrder implements Progress {
    /** The part goes on with the octets that come next. */
    UNFINISHED,
    /** The part is over. */
    COMPLETE
  }

  /** The part breaks the grammar or a limit: nothing after it on this connection can be trusted. */
  record Refused(Refusal refusal) implements Progress {}

  /** Refused as malformed; {@code finding} completes "The request is malformed: ...". */
  static Progress malformed(String finding) {
    return refused(Reason.MALFORMED_MESSAGE, finding);
  }

  /** Refused for {@code reason}; {@code details} fill the places in its sentence. */
  static Progress refused(Reason reason, Object... details) {
    return new Refused(Refusal.of(reason, details));
  }
}
