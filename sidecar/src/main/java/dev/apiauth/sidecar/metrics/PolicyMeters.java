package dev.apiauth.sidecar.metrics;

import dev.apiauth.policy.document.PolicyDocument;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.spec.PasswordExceptionSpec;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/** The policy in force, and how many were taken or refused. */
final class PolicyMeters {

  private final Counter accepted;
  private final Counter rejected;
  private final MultiGauge info;
  private final MultiGauge loadedAt;
  private final MultiGauge exceptionsEnd;

  PolicyMeters(MeterRegistry registry) {
    this.accepted = reloads("accepted", registry);
    this.rejected = reloads("rejected", registry);
    this.info =
        MultiGauge.builder("apiauth.policy.info")
            .description("1 for the policy in force; no line before there is one")
            .register(registry);
    this.loadedAt =
        MultiGauge.builder("apiauth.policy.loaded.timestamp.seconds")
            .description("When the policy in force was loaded, in seconds since 1970")
            .register(registry);
    this.exceptionsEnd =
        MultiGauge.builder("apiauth.password.exception.end.timestamp.seconds")
            .description("When an exception for passwords ends, in seconds since 1970")
            .register(registry);
  }

  void accepted(PolicyHash hash, PolicyDocument document, Instant at) {
    accepted.increment();
    Tags tags =
        Tags.of(
            "hash", hash.shortened(),
            "product", document.product(),
            "mode", document.mode().name().toLowerCase(Locale.ROOT));
    info.register(List.of(Row.of(tags, 1)), true);
    loadedAt.register(List.of(Row.of(Tags.empty(), at.getEpochSecond())), true);
    exceptionsEnd.register(
        document.credentials().passwords().exceptions().stream().map(PolicyMeters::end).toList(),
        true);
  }

  private static Row<Number> end(PasswordExceptionSpec exception) {
    return Row.of(
        Tags.of("exception", exception.name()),
        OffsetDateTime.parse(exception.notAfter()).toEpochSecond());
  }

  void rejected() {
    rejected.increment();
  }

  private static Counter reloads(String result, MeterRegistry registry) {
    return Counter.builder("apiauth.policy.reloads")
        .description("Policies that were taken or refused")
        .tag("result", result)
        .register(registry);
  }
}
