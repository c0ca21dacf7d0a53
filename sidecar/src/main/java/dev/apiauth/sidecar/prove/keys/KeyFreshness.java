package dev.apiauth.sidecar.prove.keys;

import java.time.Duration;

/**
 * How fresh keys have to be.
 *
 * @param refreshInterval the longest time between two fetches while the provider answers; a key
 *     that it withdrew is refused after this time and 30 s
 * @param maxStaleness how long keys are trusted that could not be fetched anew
 */
public record KeyFreshness(Duration refreshInterval, Duration maxStaleness) {

  /** An hour, and a day. */
  public static final KeyFreshness DEFAULT =
      new KeyFreshness(Duration.ofHours(1), Duration.ofHours(24));

  /** Refuses an interval that would never be waited for, or outlive the keys. */
  public KeyFreshness {
    if (!refreshInterval.isPositive() || maxStaleness.compareTo(refreshInterval) < 0) {
      throw new IllegalArgumentException("maxStaleness must not be shorter than refreshInterval");
    }
  }
}
