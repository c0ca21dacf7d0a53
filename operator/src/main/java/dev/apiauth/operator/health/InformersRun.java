package dev.apiauth.operator.health;

import io.javaoperatorsdk.operator.RuntimeInfo;
import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import io.javaoperatorsdk.operator.health.InformerWrappingEventSourceHealthIndicator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Whether the caches follow the cluster. An informer that stopped is a complaint at once; one that
 * is connecting again is one only after minutes, since a restart does not bring an API server back
 * and takes the webhook away.
 */
public final class InformersRun implements Check {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Supplier<RuntimeInfo> framework;
  private final InstantSource clock;
  private final AtomicReference<Optional<Instant>> deafSince =
      new AtomicReference<>(Optional.empty());

  /** Asks the framework. */
  public InformersRun(Supplier<RuntimeInfo> framework, InstantSource clock) {
    this.framework = framework;
    this.clock = clock;
  }

  @Override
  public Optional<String> complaint() {
    List<InformerHealthIndicator> unwell = unwell();
    if (unwell.isEmpty()) {
      deafSince.set(Optional.empty());
      return Optional.empty();
    }
    if (unwell.stream().anyMatch(informer -> !informer.isRunning())) {
      return Optional.of("an informer has stopped");
    }
    Instant now = clock.instant();
    Instant since =
        deafSince.updateAndGet(known -> known.isPresent() ? known : Optional.of(now)).orElse(now);
    return now.isBefore(since.plus(PATIENCE))
        ? Optional.empty()
        : Optional.of("an informer has not been watching for %s".formatted(PATIENCE));
  }

  private List<InformerHealthIndicator> unwell() {
    return framework.get().unhealthyInformerWrappingEventSourceHealthIndicator().values().stream()
        .flatMap(InformersRun::informers)
        .filter(informer -> !informer.isRunning() || !informer.isWatching())
        .toList();
  }

  /** The framework says of its sources no more than that they are objects. */
  private static Stream<InformerHealthIndicator> informers(Map<String, ?> sources) {
    return sources.values().stream()
        .filter(source -> source instanceof InformerWrappingEventSourceHealthIndicator<?>)
        .map(source -> (InformerWrappingEventSourceHealthIndicator<?>) source)
        .flatMap(source -> source.informerHealthIndicators().values().stream());
  }
}
