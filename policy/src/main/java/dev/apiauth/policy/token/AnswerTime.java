package dev.apiauth.policy.token;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads one time out of a provider's answer. Unlike in a JWT, numbers may be written as text
 * (Google's {@code tokeninfo}).
 */
final class AnswerTime {

  /** The last second of the year 9999: what lies beyond is no date but an attempt. */
  private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_799L);

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,12}");

  private AnswerTime() {}

  /**
   * What stands at {@code claim}.
   *
   * @param form reads it; empty if it is no time
   * @return empty if nothing or {@code null} stands there; {@link Reason#TOKEN_MALFORMED} if
   *     something else than a time does
   */
  static <T> Outcome<Optional<T>> told(
      TokenClaims claims, ClaimPath claim, Function<JsonValue, Optional<T>> form) {
    Optional<JsonValue> value = claims.at(claim).filter(found -> !found.isNull());
    if (value.isEmpty()) return Outcome.pass(Optional.empty());
    return value
        .flatMap(form)
        .map(time -> Outcome.pass(Optional.of(time)))
        .orElseGet(() -> CompactJws.malformed("I3: the answer's " + claim + " is no time"));
  }

  /** Seconds since 1970, from there to the year 9999. */
  static Optional<Instant> epochSeconds(JsonValue value) {
    return count(value).map(seconds -> Instant.ofEpochMilli(seconds.movePointRight(3).longValue()));
  }

  /** Seconds, from none to as many as fit before the year 9999. */
  static Optional<Duration> seconds(JsonValue value) {
    return count(value).map(seconds -> Duration.ofMillis(seconds.movePointRight(3).longValue()));
  }

  private static Optional<BigDecimal> count(JsonValue value) {
    return value
        .number()
        .or(
            () ->
                value.string().filter(text -> DIGITS.matcher(text).matches()).map(BigDecimal::new))
        .filter(seconds -> seconds.signum() >= 0 && seconds.compareTo(LATEST) <= 0);
  }

  /** A date and a time with its zone (RFC 3339, section 5.6). */
  static Optional<Instant> rfc3339(JsonValue value) {
    return value.string().flatMap(AnswerTime::parsed);
  }

  private static Optional<Instant> parsed(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
