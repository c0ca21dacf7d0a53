package dev.apiauth.sidecar.prove.keys;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * The times that refreshing needs.
 *
 * @param wall for what is shown
 * @param monotonic for what is measured
 * @param random for what must not happen everywhere at once
 */
public record RefreshClock(InstantSource wall, Ticker monotonic, RandomGenerator random) {

  /** The clocks of the machine. */
  public static RefreshClock ofSystem() {
    return new RefreshClock(
        InstantSource.system(), Ticker.systemTicker(), RandomGenerator.getDefault());
  }

  long now() {
    return monotonic.read();
  }

  Instant instant() {
    return wall.instant();
  }

  /** 0 to 1. */
  double jitter() {
    return random.nextDouble();
  }
}
