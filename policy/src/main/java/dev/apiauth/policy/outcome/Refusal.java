package dev.apiauth.policy.outcome;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a request ends here, as it is answered and as it is recorded.
 *
 * @param reason the stable code, with its status
 * @param sentence what the caller is told; holds no part of a credential
 * @param finding what the audit line says beyond the sentence, never sent to the caller; empty if
 *     there is nothing more
 * @param retryAfter when trying again makes sense, where the refusal is a matter of time
 */
public record Refusal(
    Reason reason, String sentence, String finding, Optional<Duration> retryAfter) {

  /** A refusal whose sentence is the reason's, its places filled with {@code details}. */
  public static Refusal of(Reason reason, Object... details) {
    return new Refusal(reason, reason.sentence().formatted(details), "", Optional.empty());
  }

  /** The same refusal; the audit line also says {@code finding}. */
  public Refusal finding(String finding) {
    return new Refusal(reason, sentence, finding, retryAfter);
  }

  /** The same refusal; the answer carries {@code Retry-After} (RFC 9110, section 10.2.3). */
  public Refusal retryAfter(Duration wait) {
    return new Refusal(reason, sentence, finding, Optional.of(wait));
  }

  /** Wraps this refusal as the outcome of a step. */
  public <T> Outcome<T> asOutcome() {
    return new Outcome.Refused<>(this);
  }
}
