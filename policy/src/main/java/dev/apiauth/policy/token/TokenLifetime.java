package dev.apiauth.policy.token;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a token is valid (RFC 7519, sections 4.1.4 to 4.1.6), read once and compared with the clock
 * on every use.
 *
 * @param expiresAt {@code exp}, required
 * @param notBefore {@code nbf}
 * @param issuedAt {@code iat}
 */
public record TokenLifetime(
    Instant expiresAt, Optional<Instant> notBefore, Optional<Instant> issuedAt) {

  /** The last second of the year 9999: what lies beyond is no date but an attempt. */
  private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_799L);

  /**
   * Reads the times.
   *
   * @return {@link Reason#TOKEN_MALFORMED} if {@code exp} is missing, or one of them is not a JSON
   *     number between 1970 and 9999 (J17)
   */
  public static Outcome<TokenLifetime> of(TokenClaims claims) {
    return time(claims, "exp")
        .then(
            expiry ->
                time(claims, "nbf")
                    .then(
                        start ->
                            time(claims, "iat")
                                .then(
                                    issued ->
                                        expiry
                                            .map(
                                                end ->
                                                    Outcome.pass(
                                                        new TokenLifetime(end, start, issued)))
                                            .orElseGet(
                                                () ->
                                                    CompactJws.malformed("J17: exp is missing")))));
  }

  private static Outcome<Optional<Instant>> time(TokenClaims claims, String name) {
    if (!claims.has(name)) {
      return Outcome.pass(Optional.empty());
    }
    return claims
        .get(name)
        .flatMap(JsonValue::number)
        .filter(seconds -> seconds.signum() >= 0 && seconds.compareTo(LATEST) <= 0)
        .map(seconds -> Outcome.pass(Optional.of(instant(seconds))))
        .orElseGet(() -> CompactJws.malformed("J17: " + name + " is not a NumericDate"));
  }

  private static Instant instant(BigDecimal seconds) {
    return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
  }

  /**
   * Compares with the clock.
   *
   * @param skew how far the issuer's clock and ours may differ
   * @return why the token cannot be used at {@code now}, if so
   */
  public Optional<Refusal> refusal(Instant now, Duration skew) {
    if (!now.isBefore(expiresAt.plus(skew))) {
      return Optional.of(Refusal.of(Reason.TOKEN_EXPIRED).finding("J17: exp has passed"));
    }
    Instant latestStart = now.plus(skew);
    if (startsAfter(latestStart, notBefore)) {
      return Optional.of(Refusal.of(Reason.TOKEN_NOT_YET_VALID).finding("J17: nbf has not come"));
    }
    if (startsAfter(latestStart, issuedAt)) {
      return Optional.of(Refusal.of(Reason.TOKEN_NOT_YET_VALID).finding("J17: iat has not come"));
    }
    return Optional.empty();
  }

  private static boolean startsAfter(Instant latest, Optional<Instant> start) {
    return start.isPresent() && start.get().isAfter(latest);
  }

  /** From issue to end; from {@code now} where the token does not say when it was issued. */
  Duration length(Instant now) {
    return Duration.between(issuedAt.orElse(now), expiresAt);
  }
}
