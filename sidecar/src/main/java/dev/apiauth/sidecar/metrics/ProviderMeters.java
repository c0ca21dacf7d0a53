package dev.apiauth.sidecar.metrics;

import dev.apiauth.policy.document.Acknowledgement.ProviderReport;
import dev.apiauth.policy.document.Acknowledgement.ProviderState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The identity providers of the policy in force, and no others: each name is a label. */
final class ProviderMeters {

  /** A meter's name and labels. */
  private record Line(String meter, String description, String provider, String result) {

    static Line fetch(String provider, FetchResult result) {
      return new Line(
          "apiauth.key.fetch.duration", "Fetches of a provider's keys", provider, result.name());
    }

    static Line ask(String provider, AskResult result) {
      return new Line(
          "apiauth.provider.ask.duration",
          "Questions to a provider about a token",
          provider,
          result.name());
    }
  }

  private final MeterRegistry registry;
  private final Map<Line, Timer> timers = new ConcurrentHashMap<>();
  private final MultiGauge states;
  private final MultiGauge keys;
  private final MultiGauge successes;
  private volatile Set<String> known = Set.of();

  ProviderMeters(MeterRegistry registry) {
    this.registry = registry;
    this.states =
        gauge("apiauth.provider.state", "1 for the state in which a provider is", registry);
    this.keys = gauge("apiauth.provider.keys", "Keys of a provider that are known", registry);
    this.successes =
        gauge(
            "apiauth.provider.last.success.timestamp.seconds",
            "When a provider last answered, in seconds since 1970",
            registry);
  }

  /** From now on, only these providers are counted; the meters of others go. */
  void knownAre(Set<String> names) {
    known = Set.copyOf(names);
    timers.entrySet().removeIf(entry -> isGone(entry.getKey(), entry.getValue()));
  }

  private boolean isGone(Line line, Timer timer) {
    if (known.contains(line.provider())) return false;
    registry.remove(timer);
    return true;
  }

  /** A fetch for a provider that is not in the policy any more is not counted. */
  void fetched(String provider, FetchResult result, Duration took) {
    record(Line.fetch(provider, result), took);
  }

  /** Likewise for a question. */
  void asked(String provider, AskResult result, Duration took) {
    record(Line.ask(provider, result), took);
  }

  private void record(Line line, Duration took) {
    if (!known.contains(line.provider())) return;
    timers.computeIfAbsent(line, this::timer).record(took);
  }

  /** Sets the gauges to how the providers are. */
  void show(List<ProviderReport> providers) {
    var stateRows = new ArrayList<Row<?>>();
    var keyRows = new ArrayList<Row<?>>();
    var successRows = new ArrayList<Row<?>>();
    for (ProviderReport provider : providers) {
      Tags name = Tags.of("provider", provider.name());
      for (ProviderState state : ProviderState.values()) {
        stateRows.add(Row.of(name.and("state", label(state)), provider.state() == state ? 1 : 0));
      }
      keyRows.add(Row.of(name, provider.keys()));
      String success = provider.lastSuccess();
      if (success != null) successRows.add(Row.of(name, Instant.parse(success).getEpochSecond()));
    }
    states.register(stateRows, true);
    keys.register(keyRows, true);
    successes.register(successRows, true);
  }

  private Timer timer(Line line) {
    return Timer.builder(line.meter())
        .description(line.description())
        .tag("provider", line.provider())
        .tag("result", line.result().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  private static MultiGauge gauge(String name, String description, MeterRegistry registry) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  private static String label(ProviderState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
