package dev.apiauth.sidecar.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When API tokens were used last, by their public ids: those of the policy in force, and no others.
 */
final class ApiTokenMeters {

  private final MultiGauge gauge;
  private final Map<String, Instant> lastUses = new ConcurrentHashMap<>();

  ApiTokenMeters(MeterRegistry registry) {
    this.gauge =
        MultiGauge.builder("apiauth.api.token.last.use.timestamp.seconds")
            .description("When an API token last proved a caller, in seconds since 1970")
            .register(registry);
  }

  void used(String id, Instant at) {
    lastUses.put(id, at);
  }

  /** Sets the gauge; tokens that are not among these ids are forgotten. */
  void show(Set<String> known) {
    lastUses.keySet().retainAll(known);
    var rows = new ArrayList<Row<?>>();
    lastUses.forEach((id, at) -> rows.add(Row.of(Tags.of("token", id), at.getEpochSecond())));
    gauge.register(rows, true);
  }
}
