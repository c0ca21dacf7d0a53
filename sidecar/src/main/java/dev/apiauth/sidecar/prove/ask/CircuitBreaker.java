package dev.apiauth.sidecar.prove.ask;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/**
 * Stops asking a provider that gives no answers (F3): opens after five failures in a row, and lets
 * one question through every five seconds until one is answered. Thread-safe.
 */
final class CircuitBreaker {

  private static final int FAILURES = 5;
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Ticker ticker;
  private int failures;
  private long trialAt;

  CircuitBreaker(Ticker ticker) {
    this.ticker = ticker;
  }

  /** Whether the provider may be asked now. While open, yes means that this is the one trial. */
  synchronized boolean admits() {
    if (failures < FAILURES) return true;
    if (ticker.read() - trialAt < 0) return false;
    trialAt = ticker.read() + PAUSE.toNanos();
    return true;
  }

  /** The provider answered, whatever it said. */
  synchronized void answered() {
    failures = 0;
  }

  /** The provider gave no answer. */
  synchronized void failed() {
    failures = Math.min(FAILURES, failures + 1);
    if (failures == FAILURES) trialAt = ticker.read() + PAUSE.toNanos();
  }

  /** Whether questions are being turned away. */
  synchronized boolean isOpen() {
    return failures >= FAILURES;
  }

  /** How long until the next trial, in whole seconds, one at least: fit for Retry-After. */
  synchronized Duration untilTrial() {
    long seconds =
        isOpen() ? Duration.ofNanos(trialAt - ticker.read()).plusMillis(999).toSeconds() : 1;
    return Duration.ofSeconds(Math.max(1, seconds));
  }
}
