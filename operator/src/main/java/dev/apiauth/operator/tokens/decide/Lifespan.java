package dev.apiauth.operator.tokens.decide;

import dev.apiauth.operator.gather.Issuance;
import dev.apiauth.policy.resolve.TokenRequest;
import dev.apiauth.policy.spec.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The moments of a token's life.
 *
 * @param created when the resource was created
 * @param end when the token ends
 * @param removal when the resource is removed; empty for never
 * @param formerEnd when the value before the last rotation ends; empty if there is none
 */
public record Lifespan(
    Instant created, Instant end, Optional<Instant> removal, Optional<Instant> formerEnd) {

  private static final Duration LAST_DAYS = Duration.ofDays(7);
  private static final Duration LOOK_AT_LEAST = Duration.ofMinutes(10);
  private static final Duration LOOK_AT_MOST = Duration.ofSeconds(1);

  /** A short life has short last days. */
  private static final int SHARE_OF_LIFE = 4;

  /** That of a token. */
  public static Lifespan of(Issuance issuance) {
    Instant created = Issuance.created(issuance.metadata());
    Instant end = issuance.end();
    Duration kept = Durations.parse(issuance.spec().removeAfterExpiry());
    return new Lifespan(
        created,
        end,
        kept.isZero() ? Optional.empty() : Optional.of(later(created, end).plus(kept)),
        Optional.ofNullable(issuance.status().previous())
            .flatMap(previous -> TokenRequest.moment(previous.validUntil())));
  }

  /** A resource that came from a file again after its end must not go round in circles. */
  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** When its last days begin: seven, or a quarter of a shorter life. */
  Instant lastDays() {
    Duration share = Duration.between(created, end).dividedBy(SHARE_OF_LIFE);
    return end.minus(share.compareTo(LAST_DAYS) < 0 ? share : LAST_DAYS);
  }

  boolean isToBeRemoved(Instant now) {
    return removal.filter(moment -> !now.isBefore(moment)).isPresent();
  }

  /** How long nothing changes by time alone, within a second and ten minutes. */
  public Duration nextLook(Instant now) {
    Duration until =
        Stream.of(Optional.of(lastDays()), Optional.of(end), removal, formerEnd)
            .flatMap(Optional::stream)
            .filter(now::isBefore)
            .map(moment -> Duration.between(now, moment))
            .min(Duration::compareTo)
            .orElse(LOOK_AT_LEAST);
    if (until.compareTo(LOOK_AT_LEAST) > 0) return LOOK_AT_LEAST;
    return until.compareTo(LOOK_AT_MOST) < 0 ? LOOK_AT_MOST : until;
  }
}
