package dev.apiauth.sidecar.metrics;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.sidecar.audit.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What was decided, and how long it took. */
final class DecisionMeters {

  private record Kind(Verdict verdict, Optional<Reason> reason, Optional<PathClass> pathClass) {}

  private record Password(Verdict verdict, String place) {}

  private static final Duration[] BUCKETS = {
    Duration.ofNanos(50_000),
    Duration.ofNanos(100_000),
    Duration.ofNanos(250_000),
    Duration.ofNanos(500_000),
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10)
  };

  private final MeterRegistry registry;
  private final Map<Kind, Counter> requests = new ConcurrentHashMap<>();
  private final Map<Password, Counter> passwords = new ConcurrentHashMap<>();
  private final Map<Verdict, Timer> durations = new ConcurrentHashMap<>();

  DecisionMeters(MeterRegistry registry) {
    this.registry = registry;
    for (Verdict verdict : Verdict.values()) durations.put(verdict, timer(verdict));
  }

  void count(DecisionSample decision) {
    var kind = new Kind(decision.verdict(), decision.reason(), decision.pathClass());
    requests.computeIfAbsent(kind, this::counter).increment();
    timerOf(decision.verdict()).record(decision.took());
  }

  /** The places are few: header, parameters, session login, login page. */
  void countPassword(Verdict verdict, String place) {
    passwords.computeIfAbsent(new Password(verdict, place), this::counter).increment();
  }

  private Counter counter(Password password) {
    return Counter.builder("apiauth.passwords")
        .description("Passwords by where they stood and what was decided about them")
        .tag("decision", password.verdict().word())
        .tag("place", password.place())
        .register(registry);
  }

  private Timer timerOf(Verdict verdict) {
    return durations.computeIfAbsent(verdict, this::timer);
  }

  private Counter counter(Kind kind) {
    return Counter.builder("apiauth.requests")
        .description("Requests by what was decided about them")
        .tag("decision", kind.verdict().word())
        .tag("reason", kind.reason().map(Reason::code).orElse("none"))
        .tag("class", kind.pathClass().map(DecisionMeters::label).orElse("unknown"))
        .register(registry);
  }

  private Timer timer(Verdict verdict) {
    return Timer.builder("apiauth.decision.duration")
        .description("From a request's head to the decision about it")
        .tag("decision", verdict.word())
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private static String label(PathClass pathClass) {
    return pathClass.name().toLowerCase(Locale.ROOT);
  }
}
