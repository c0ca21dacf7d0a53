package dev.apiauth.operator.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How reviews end. A pod that is none of ours is neither a success nor a failure: it is counted
 * apart. Tags name outcomes, never pods, namespaces or users.
 */
public final class AdmissionMeters {

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2)
  };

  private final Map<Outcome, Counter> reviews = new EnumMap<>(Outcome.class);
  private final Counter noReviews;
  private final Timer duration;

  /** How a review ends. */
  enum Outcome {
    INJECTED,
    NOT_SELECTED,
    REFUSED,
    FAILED
  }

  /** Registers every meter, so that each is there with zero from the start. */
  public AdmissionMeters(MeterRegistry registry) {
    for (var outcome : Outcome.values()) reviews.put(outcome, counter(outcome, registry));
    noReviews =
        Counter.builder("apiauth.admission.no.reviews")
            .description("Requests to the webhook that were no reviews, or too many")
            .register(registry);
    duration =
        Timer.builder("apiauth.admission.duration")
            .description("From a review's body to its answer")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
  }

  void count(Outcome outcome) {
    var counter = reviews.get(outcome);
    if (counter != null) counter.increment();
  }

  void countNoReview() {
    noReviews.increment();
  }

  <T> T timed(Supplier<T> work) {
    return duration.record(work);
  }

  private static Counter counter(Outcome outcome, MeterRegistry registry) {
    return Counter.builder("apiauth.admission.reviews")
        .description("Reviews of pods by how they ended")
        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }
}
