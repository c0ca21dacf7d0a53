package dev.apiauth.sidecar;

import dev.apiauth.policy.check.ResourceCheck;
import dev.apiauth.policy.compile.PolicyCompiler;
import dev.apiauth.policy.credential.PayloadIssuer;
import dev.apiauth.policy.document.Acknowledgement.ProviderReport;
import dev.apiauth.policy.document.UsageReport;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.resolve.PolicyResolver;
import dev.apiauth.sidecar.SidecarOptions.PolicyOrigin;
import dev.apiauth.sidecar.admin.Acknowledgements;
import dev.apiauth.sidecar.admin.ChannelAnswers;
import dev.apiauth.sidecar.admin.OperatorChannel;
import dev.apiauth.sidecar.admin.PolicyInForce;
import dev.apiauth.sidecar.admin.ProbeServer;
import dev.apiauth.sidecar.admin.Readiness;
import dev.apiauth.sidecar.audit.NonBlockingAppender;
import dev.apiauth.sidecar.audit.QueuedAuditLog;
import dev.apiauth.sidecar.egress.EgressClients;
import dev.apiauth.sidecar.egress.SystemHostResolver;
import dev.apiauth.sidecar.egress.TrustAnchors;
import dev.apiauth.sidecar.exchange.EnforcedPolicy;
import dev.apiauth.sidecar.exchange.Records;
import dev.apiauth.sidecar.forward.ProductPort;
import dev.apiauth.sidecar.listen.ProductListener;
import dev.apiauth.sidecar.metrics.PrometheusMetrics;
import dev.apiauth.sidecar.prove.Providers;
import dev.apiauth.sidecar.reload.ActivePolicy;
import dev.apiauth.sidecar.reload.CountedReloads;
import dev.apiauth.sidecar.reload.PolicyReloader;
import dev.apiauth.sidecar.reload.PolicySupply;
import dev.apiauth.sidecar.reload.ReloadTimes;
import dev.apiauth.sidecar.reload.RenderedDirectory;
import dev.apiauth.sidecar.reload.ResourceFile;
import dev.apiauth.sidecar.reload.StandaloneFiles;
import dev.apiauth.sidecar.usage.UsageLedger;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The composition root: makes every part of a sidecar and gives each what it needs; {@link
 * Reception} makes those that a request passes. Nothing else knows how they hang together.
 */
public final class Sidecar {

  private final SidecarOptions options;
  private final InstantSource clock;
  private final SidecarTap tap;
  private final Vertx vertx;
  private final EgressRules egress;
  private final PresetCatalog catalog = PresetCatalog.shipped();
  private final PrometheusMetrics metrics;
  private final QueuedAuditLog audit;
  private final UsageLedger usage;
  private final Providers providers;
  private final PolicyReloader<EnforcedPolicy> reloader;
  private final Readiness readiness;

  private Sidecar(SidecarOptions options, InstantSource clock, SidecarTap tap) throws IOException {
    this.options = options;
    this.clock = clock;
    this.tap = tap;
    this.vertx = Vertx.vertx(ProductListener.vertxOptions(options.eventLoops()));
    this.egress = new EgressRules(EgressAllowance.of(options.egress().allow()));
    this.metrics =
        new PrometheusMetrics(
            this::providerReports, this::apiTokenIds, NonBlockingAppender::droppedByAll);
    this.audit = QueuedAuditLog.toStandardOutput(metrics::auditLineDropped);
    this.usage = new UsageLedger(clock);
    this.providers =
        new Providers(
            new EgressClients(vertx, egress, new SystemHostResolver(vertx), trust()),
            clock,
            metrics);
    this.reloader =
        new PolicyReloader<>(
            supply(),
            assembly(),
            clock,
            ReloadTimes.DEFAULT,
            List.of(new CountedReloads<>(metrics)));
    this.readiness =
        new Readiness(
            List.of(
                new PolicyInForce(() -> reloader.active().isPresent()),
                new ProductPort(vertx, this::productAddress)));
  }

  /**
   * Starts a sidecar and returns when clients are served. Whether a policy is in force by then
   * depends on what its source holds; without one everything is refused.
   *
   * @throws IOException if a file that the options name cannot be read, or an address cannot be
   *     bound
   */
  public static RunningSidecar start(SidecarOptions options) throws IOException {
    return start(options, InstantSource.system(), SidecarTap.NONE);
  }

  /**
   * Starts a sidecar with another clock, and with somebody who listens.
   *
   * @param clock what every time is measured by that a policy or a token names
   * @param tap hears audit lines; for tests
   */
  public static RunningSidecar start(SidecarOptions options, InstantSource clock, SidecarTap tap)
      throws IOException {
    return new Sidecar(options, clock, tap).run();
  }

  /**
   * Nobody is served before the policy was looked for, and nobody is told that it is ready before
   * clients are served.
   */
  private RunningSidecar run() throws IOException {
    reloader.start();
    ProductListener listener = listener();
    int port =
        await(
            listener.listen(
                options.listen().host(), options.listen().port(), options.eventLoops()));
    var probes = new ProbeServer(vertx, readiness, metrics::scrape);
    int probePort = await(probes.listen(options.probes().host(), options.probes().port()));
    Optional<OperatorChannel> channel = options.operatorCertificates().map(this::operatorChannel);
    return new RunningSidecar(
        new RunningSidecar.Ports(port, probePort),
        () -> reloader.active().map(ActivePolicy::hash),
        this::usageReport,
        new Departure(vertx, options.drain(), readiness, listener, parts(channel)));
  }

  private List<AutoCloseable> parts(Optional<OperatorChannel> channel) {
    var parts = new ArrayList<AutoCloseable>();
    channel.ifPresent(parts::add);
    parts.add(reloader);
    parts.add(providers);
    parts.add(audit);
    return parts;
  }

  private OperatorChannel operatorChannel(Path certificates) {
    var channel =
        new OperatorChannel(
            vertx,
            options.operatorChannel().host(),
            options.operatorChannel().port(),
            certificates,
            new ChannelAnswers(
                new Acknowledgements(reloader, this::providerReports), this::usageReport),
            ReloadTimes.DEFAULT);
    channel.start();
    return channel;
  }

  private PolicySupply supply() {
    return switch (options.source()) {
      case PolicyOrigin.Rendered(Path directory) -> new RenderedDirectory(directory);
      case PolicyOrigin.Resource(Path file, Path secrets) ->
          new ResourceFile(
              new StandaloneFiles(file, secrets),
              ResourceCheck.byCommittedCrd(),
              new PolicyResolver(catalog, egress),
              clock);
    };
  }

  private PolicyAssembly assembly() {
    return new PolicyAssembly(
        new PolicyCompiler(catalog, new PayloadIssuer(), options.product()), providers.verifiers());
  }

  private TrustAnchors trust() throws IOException {
    Optional<Path> bundle = options.egress().certificates();
    if (bundle.isEmpty()) return TrustAnchors.ofJvm();
    try {
      return TrustAnchors.ofJvmAnd(Files.readAllBytes(bundle.get()));
    } catch (CertificateException malformed) {
      throw new IOException(
          "%s is no PEM bundle of certificates".formatted(bundle.get()), malformed);
    }
  }

  private ProductListener listener() {
    return new Reception(vertx, options, clock)
        .listener(
            () -> reloader.active().map(ActivePolicy::policy),
            new Records(tap.beside(audit), metrics, usage, clock));
  }

  private Optional<SocketAddress> productAddress() {
    return reloader
        .active()
        .map(active -> active.policy().policy().upstream().port())
        .map(port -> SocketAddress.inetSocketAddress(port, options.upstreamHost()));
  }

  private UsageReport usageReport() {
    return usage.report(
        reloader.active().map(active -> active.hash().value()).orElse(""),
        reloader.active().map(active -> active.document().source()));
  }

  private Set<String> apiTokenIds() {
    return reloader
        .active()
        .map(active -> active.policy().policy().apiTokens().tokens().ids())
        .orElse(Set.of());
  }

  private List<ProviderReport> providerReports() {
    return ProviderReports.of(providers.states());
  }

  /** Waits for what happens on event loops; only at start and end, never on one of them. */
  static <T> T await(Future<T> future) throws IOException {
    try {
      return future.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      throw new IOException("it failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (TimeoutException e) {
      throw new IOException("it took more than a minute", e);
    }
  }
}
