package dev.apiauth.sidecar.metrics;

import dev.apiauth.policy.document.Acknowledgement;
import dev.apiauth.policy.document.PolicyDocument;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.sidecar.audit.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Metrics in Prometheus' text format. */
public final class PrometheusMetrics implements Metrics, AutoCloseable {

  private static final String DROPPED = "Log lines dropped because nobody read standard output";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
  private final DecisionMeters decisions = new DecisionMeters(registry);
  private final ProductMeters product = new ProductMeters(registry);
  private final ProviderMeters providers = new ProviderMeters(registry);
  private final PolicyMeters policy = new PolicyMeters(registry);
  private final ApiTokenMeters apiTokens = new ApiTokenMeters(registry);
  private final Counter droppedAuditLines = dropped("audit", registry);
  private final Supplier<List<Acknowledgement.ProviderReport>> providerStates;
  private final Supplier<Set<String>> apiTokenIds;

  /**
   * Registers every meter.
   *
   * @param providerStates how the providers are now; asked at each scrape, must not block
   * @param apiTokenIds the public ids of the API tokens in force; asked likewise
   * @param droppedLogLines how many lines of the other logs were dropped since the start
   */
  public PrometheusMetrics(
      Supplier<List<Acknowledgement.ProviderReport>> providerStates,
      Supplier<Set<String>> apiTokenIds,
      LongSupplier droppedLogLines) {
    this.providerStates = providerStates;
    this.apiTokenIds = apiTokenIds;
    FunctionCounter.builder("apiauth.log.dropped", droppedLogLines, LongSupplier::getAsLong)
        .description(DROPPED)
        .tag("log", "diagnostic")
        .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    garbageCollection.bindTo(registry);
  }

  /** Everything that is counted and measured, as text (version 0.0.4 of the format). */
  public String scrape() {
    providers.show(providerStates.get());
    apiTokens.show(apiTokenIds.get());
    return registry.scrape();
  }

  @Override
  public void decided(DecisionSample decision) {
    decisions.count(decision);
  }

  @Override
  public void passwordSent(Verdict verdict, String place) {
    decisions.countPassword(verdict, place);
  }

  @Override
  public void productAnswered(int status, Duration took) {
    product.answered(status, took);
  }

  @Override
  public void productFailed(Reason reason) {
    product.failed(reason);
  }

  @Override
  public void actedAsOther() {
    product.actedAsOther();
  }

  @Override
  public void apiTokenUsed(String id, Instant at) {
    apiTokens.used(id, at);
  }

  @Override
  public void keysFetched(String provider, FetchResult result, Duration took) {
    providers.fetched(provider, result, took);
  }

  @Override
  public void providerAsked(String provider, AskResult result, Duration took) {
    providers.asked(provider, result, took);
  }

  @Override
  public void policyAccepted(PolicyHash hash, PolicyDocument document, Instant at) {
    policy.accepted(hash, document, at);
    providers.knownAre(
        document.providers().stream().map(ProviderDocument::name).collect(Collectors.toSet()));
  }

  @Override
  public void policyRejected() {
    policy.rejected();
  }

  @Override
  public void auditLineDropped() {
    droppedAuditLines.increment();
  }

  @Override
  public void connectionOpened(Peer peer) {
    product.opened(peer);
  }

  @Override
  public void connectionClosed(Peer peer) {
    product.closed(peer);
  }

  @Override
  public void close() {
    garbageCollection.close();
    registry.close();
  }

  private static Counter dropped(String log, MeterRegistry registry) {
    return Counter.builder("apiauth.log.dropped")
        .description(DROPPED)
        .tag("log", log)
        .register(registry);
  }
}
