package dev.apiauth.sidecar.metrics;

import dev.apiauth.policy.outcome.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How the product answers, and the connections on both sides. */
final class ProductMeters {

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(15),
    Duration.ofSeconds(60)
  };

  private final MeterRegistry registry;
  private final Map<String, Timer> answers = new ConcurrentHashMap<>();
  private final Map<Reason, Counter> failures = new ConcurrentHashMap<>();
  private final Counter actedAsOther;
  private final Map<Peer, AtomicLong> open = new ConcurrentHashMap<>();

  ProductMeters(MeterRegistry registry) {
    this.registry = registry;
    this.actedAsOther =
        Counter.builder("apiauth.acted.as.other")
            .description("Answers in which the product had acted as somebody else")
            .register(registry);
    for (Peer peer : Peer.values()) open.put(peer, connections(peer));
  }

  void answered(int status, Duration took) {
    answers.computeIfAbsent(statusClass(status), this::timer).record(took);
  }

  void failed(Reason reason) {
    failures.computeIfAbsent(reason, this::failure).increment();
  }

  void actedAsOther() {
    actedAsOther.increment();
  }

  void opened(Peer peer) {
    connectionsOf(peer).incrementAndGet();
  }

  void closed(Peer peer) {
    connectionsOf(peer).decrementAndGet();
  }

  private AtomicLong connectionsOf(Peer peer) {
    return open.computeIfAbsent(peer, this::connections);
  }

  private AtomicLong connections(Peer peer) {
    var count = new AtomicLong();
    Gauge.builder("apiauth.connections", count, AtomicLong::get)
        .description("Connections that are open")
        .tag("peer", peer.name().toLowerCase(Locale.ROOT))
        .strongReference(true)
        .register(registry);
    return count;
  }

  private Timer timer(String statusClass) {
    return Timer.builder("apiauth.product.duration")
        .description("From the forwarded head to the head of the product's answer")
        .tag("status", statusClass)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private Counter failure(Reason reason) {
    return Counter.builder("apiauth.product.failures")
        .description("Forwarded requests without an answer that can be passed on")
        .tag("reason", reason.code())
        .register(registry);
  }

  /** {@code 2xx} and so on; a status that is none is {@code other}. */
  private static String statusClass(int status) {
    return status >= 100 && status <= 599 ? status / 100 + "xx" : "other";
  }
}
