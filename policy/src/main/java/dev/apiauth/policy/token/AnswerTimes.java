package dev.apiauth.policy.token;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a token is valid, as an answer tells it (RFC 7662, section 2.2).
 *
 * @param end when it ends
 * @param left how long it is good from now on, where that is told instead
 * @param start {@code nbf}
 */
record AnswerTimes(Optional<Instant> end, Optional<Duration> left, Optional<Instant> start) {

  private static final ClaimPath NOT_BEFORE = ClaimPath.of("nbf");

  /**
   * Reads the times.
   *
   * @param expiry how the end is told; what is absent or {@code null} is not told
   * @return {@link Reason#TOKEN_MALFORMED} if a time is there and is none
   */
  static Outcome<AnswerTimes> of(TokenClaims claims, Optional<TokenExpiry> expiry) {
    return start(claims).then(start -> end(claims, expiry, start));
  }

  private static Outcome<Optional<Instant>> start(TokenClaims claims) {
    return AnswerTime.told(claims, NOT_BEFORE, AnswerTime::epochSeconds);
  }

  private static Outcome<AnswerTimes> end(
      TokenClaims claims, Optional<TokenExpiry> expiry, Optional<Instant> start) {
    if (expiry.isEmpty()) {
      return Outcome.pass(new AnswerTimes(Optional.empty(), Optional.empty(), start));
    }
    ClaimPath claim = expiry.get().claim();
    return switch (expiry.get().form()) {
      case EPOCH_SECONDS ->
          AnswerTime.told(claims, claim, AnswerTime::epochSeconds)
              .map(end -> end.filter(AnswerTimes::isNotNever))
              .map(end -> new AnswerTimes(end, Optional.empty(), start));
      case RFC_3339 ->
          AnswerTime.told(claims, claim, AnswerTime::rfc3339)
              .map(end -> new AnswerTimes(end, Optional.empty(), start));
      case SECONDS_LEFT ->
          AnswerTime.told(claims, claim, AnswerTime::seconds)
              .map(left -> new AnswerTimes(Optional.empty(), left, start));
    };
  }

  /** Facebook writes 0 for a token that does not end. */
  private static boolean isNotNever(Instant end) {
    return !end.equals(Instant.EPOCH);
  }

  /** Why the token cannot be used at {@code now}, if so. */
  Optional<Refusal> refusal(Instant now, Duration skew) {
    if (end.isPresent() && !now.isBefore(end.get().plus(skew))) {
      return Optional.of(Refusal.of(Reason.TOKEN_EXPIRED).finding("I3: the token has ended"));
    }
    if (left.filter(seconds -> !seconds.isPositive()).isPresent()) {
      return Optional.of(Refusal.of(Reason.TOKEN_EXPIRED).finding("I3: no second is left"));
    }
    return start.isPresent() && start.get().isAfter(now.plus(skew))
        ? Optional.of(Refusal.of(Reason.TOKEN_NOT_YET_VALID).finding("I3: nbf has not come"))
        : Optional.empty();
  }

  /** When the token ends, by our clock where the answer counts seconds. */
  Optional<Instant> end(Instant now) {
    return end.or(() -> left.map(now::plus));
  }
}
