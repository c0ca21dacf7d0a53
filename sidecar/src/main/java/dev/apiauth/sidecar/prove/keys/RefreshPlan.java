package dev.apiauth.sidecar.prove.keys;

import java.time.Duration;

/**
 * When to fetch next. Immutable; times are nanoseconds of a monotonic clock, so that a jump of the
 * wall clock changes nothing (F9).
 *
 * @param freshness what was asked for
 * @param dueAt the next fetch by itself
 * @param failures fetches in a row that failed
 * @param fetchedAt the last success; without meaning before the first
 */
record RefreshPlan(KeyFreshness freshness, long dueAt, int failures, long fetchedAt) {

  private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);

  /** Due at once. */
  static RefreshPlan first(KeyFreshness freshness, long now) {
    return new RefreshPlan(freshness, now, 0, now);
  }

  /**
   * After a success.
   *
   * @param jitter 0 to 1: replicas that were started together drift apart, by a tenth at most and
   *     always to the earlier side
   */
  RefreshPlan succeeded(long now, double jitter) {
    long wait = (long) (freshness.refreshInterval().toNanos() * (1 - 0.1 * jitter));
    return new RefreshPlan(freshness, now + wait, 0, now);
  }

  /**
   * After a failure: one second, two, four and so on to thirty, each up to half longer by {@code
   * jitter} (F5: at most one fetch a second).
   */
  RefreshPlan failed(long now, double jitter) {
    long doubled = FIRST_BACKOFF.toNanos() << Math.min(failures, 5);
    long wait = Math.min(doubled, LONGEST_BACKOFF.toNanos());
    return new RefreshPlan(
        freshness, now + (long) (wait * (1 + 0.5 * jitter)), failures + 1, fetchedAt);
  }

  boolean isDue(long now) {
    return now - dueAt >= 0;
  }

  /** Whether the last fetch failed. */
  boolean isFailing() {
    return failures > 0;
  }

  /** Whether keys of the last success are too old to be trusted. */
  boolean isTooOld(long now) {
    return now - fetchedAt > freshness.maxStaleness().toNanos();
  }

  /**
   * From {@code now} to the next fetch, in whole seconds, one at least: fit for {@code
   * Retry-After}.
   */
  Duration untilDue(long now) {
    return Duration.ofSeconds(
        Math.max(1, Duration.ofNanos(dueAt - now).plusMillis(999).toSeconds()));
  }
}
