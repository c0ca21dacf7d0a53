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

  private record Fetch(String provider, FetchResult result) {}

  private final MeterRegistry registry;
  private final Map<Fetch, Timer> fetches = new ConcurrentHashMap<>();
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
            "When a provider's keys were last fetched, in seconds since 1970",
            registry);
  }

  /** From now on, only these providers are counted; the meters of others go. */
  void knownAre(Set<String> names) {
    known = Set.copyOf(names);
    fetches.entrySet().removeIf(entry -> isGone(entry.getKey(), entry.getValue()));
  }

  private boolean isGone(Fetch fetch, Timer timer) {
    if (known.contains(fetch.provider())) return false;
    registry.remove(timer);
    return true;
  }

  /** A fetch for a provider that is not in the policy any more is not counted. */
  void fetched(String provider, FetchResult result, Duration took) {
    if (!known.contains(provider)) return;
    fetches.computeIfAbsent(new Fetch(provider, result), this::timer).record(took);
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

  private Timer timer(Fetch fetch) {
    return Timer.builder("apiauth.key.fetch.duration")
        .description("Fetches of a provider's keys")
        .tag("provider", fetch.provider())
        .tag("result", fetch.result().name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  private static MultiGauge gauge(String name, String description, MeterRegistry registry) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  private static String label(ProviderState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
