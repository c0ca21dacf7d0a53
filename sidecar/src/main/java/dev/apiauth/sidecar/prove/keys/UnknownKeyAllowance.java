package dev.apiauth.sidecar.prove.keys;

import java.time.Duration;

/**
 * How often an unknown {@code kid} may cause a fetch (F7): twice in a row, then once per 30 s.
 * Whoever invents key ids gets no more out of us. Immutable.
 *
 * @param left fetches left
 * @param countedAt when that was true, in nanoseconds of a monotonic clock
 */
record UnknownKeyAllowance(int left, long countedAt) {

  private static final int MOST = 2;
  private static final long PERIOD = Duration.ofSeconds(30).toNanos();

  static UnknownKeyAllowance full(long now) {
    return new UnknownKeyAllowance(MOST, now);
  }

  /** What is left at {@code now}. */
  UnknownKeyAllowance at(long now) {
    long periods = (now - countedAt) / PERIOD;
    if (periods == 0) {
      return this;
    }
    int refilled = (int) Math.min(MOST, left + periods);
    return new UnknownKeyAllowance(refilled, countedAt + periods * PERIOD);
  }

  boolean isSpent() {
    return left == 0;
  }

  /** One less; the period counts from the fetch that empties a full allowance. */
  UnknownKeyAllowance spend(long now) {
    return new UnknownKeyAllowance(left - 1, left == MOST ? now : countedAt);
  }
}
