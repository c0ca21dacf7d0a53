package dev.apiauth.sidecar.prove.keys;

import java.time.Duration;

/**
 * Whether a fetch may begin now, by itself or for an unknown key. Not thread-safe; its owner's lock
 * guards it.
 */
final class FetchGate {

  private final RefreshClock clock;
  private RefreshPlan plan;
  private UnknownKeyAllowance allowance;

  FetchGate(KeyFreshness freshness, RefreshClock clock) {
    this.clock = clock;
    this.plan = RefreshPlan.first(freshness, clock.now());
    this.allowance = UnknownKeyAllowance.full(clock.now());
  }

  /** Whether the time for the next fetch has come. */
  boolean isDue() {
    return plan.isDue(clock.now());
  }

  /** Whether an unknown key may cause a fetch; if so, that is one less. */
  boolean admitsUnknownKey() {
    long now = clock.now();
    allowance = allowance.at(now);
    boolean knownDown = plan.isFailing() && !plan.isDue(now);
    if (knownDown || allowance.isSpent()) {
      return false;
    }
    allowance = allowance.spend(now);
    return true;
  }

  void succeeded() {
    plan = plan.succeeded(clock.now(), clock.jitter());
  }

  void failed() {
    plan = plan.failed(clock.now(), clock.jitter());
  }

  /** Whether what was fetched last is too old to be trusted. */
  boolean isTooOld() {
    return plan.isTooOld(clock.now());
  }

  /** How long until the next fetch, fit for {@code Retry-After}. */
  Duration untilDue() {
    return plan.untilDue(clock.now());
  }
}
