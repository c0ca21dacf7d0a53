package dev.apiauth.operator.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How soon a resource is looked at again though no event comes: what sidecars acknowledge is no
 * event. Often while something is on its way, rarely else.
 */
final class Pace {

  private static final Duration SETTLED = Duration.ofSeconds(30);

  /** One row: for so long after things began to differ, look so often. */
  private record Step(Duration until, Duration every) {}

  private static final Step[] STEPS = {
    new Step(Duration.ofSeconds(5), Duration.ofMillis(500)),
    new Step(Duration.ofMinutes(2), Duration.ofSeconds(1)),
    new Step(Duration.ofMinutes(10), Duration.ofSeconds(5)),
  };

  private final InstantSource clock;
  private final Map<String, Instant> unsettledSince = new ConcurrentHashMap<>();

  Pace(InstantSource clock) {
    this.clock = clock;
  }

  /** When to look again at a resource whose sidecars enforce what they should. */
  Duration settled(String uid) {
    unsettledSince.remove(uid);
    return SETTLED;
  }

  /** When to look again at a resource some of whose sidecars lag. */
  Duration unsettled(String uid) {
    Instant now = clock.instant();
    Duration lasting = Duration.between(unsettledSince.computeIfAbsent(uid, first -> now), now);
    for (Step step : STEPS) {
      if (lasting.compareTo(step.until()) < 0) return step.every();
    }
    return SETTLED;
  }
}
