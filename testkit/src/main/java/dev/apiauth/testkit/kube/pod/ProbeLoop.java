package dev.apiauth.testkit.kube.pod;

import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the same check again and again until it is told that it is over. */
final class ProbeLoop {

  enum Verdict {
    GOOD,
    BAD
  }

  /** Is told every time a threshold is reached or passed. */
  @FunctionalInterface
  interface Listener {
    void judged(Verdict verdict);
  }

  private static final int USUAL_PERIOD = 10;
  private static final int USUAL_FAILURES = 3;

  private final Probe settings;
  private final Check check;
  private final Ending over;
  private final Listener listener;
  private int successes;
  private int failures;

  ProbeLoop(Probe settings, Check check, Ending over, Listener listener) {
    this.settings = settings;
    this.check = check;
    this.over = over;
    this.listener = listener;
  }

  void run() {
    if (over.within(seconds(settings.getInitialDelaySeconds(), 0))) return;
    do {
      count(check.passesWithin(seconds(settings.getTimeoutSeconds(), 1)));
      if (over.isAnnounced()) return;
      verdict().ifPresent(listener::judged);
    } while (!over.within(seconds(settings.getPeriodSeconds(), USUAL_PERIOD)));
  }

  private void count(boolean passed) {
    successes = passed ? successes + 1 : 0;
    failures = passed ? 0 : failures + 1;
  }

  private Optional<Verdict> verdict() {
    if (successes >= number(settings.getSuccessThreshold(), 1)) return Optional.of(Verdict.GOOD);
    return failures >= number(settings.getFailureThreshold(), USUAL_FAILURES)
        ? Optional.of(Verdict.BAD)
        : Optional.empty();
  }

  private static Duration seconds(@Nullable Integer value, int otherwise) {
    return Duration.ofSeconds(number(value, otherwise));
  }

  private static int number(@Nullable Integer value, int otherwise) {
    return value == null ? otherwise : value;
  }
}
