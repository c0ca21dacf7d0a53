package dev.apiauth.sidecar;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.apiauth.policy.check.ResourceCheck;
import dev.apiauth.policy.compile.PolicyCompiler;
import dev.apiauth.policy.credential.PayloadIssuer;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.resolve.PolicyResolver;
import dev.apiauth.sidecar.SidecarOptions.EgressOptions;
import dev.apiauth.sidecar.SidecarOptions.PolicyOrigin;
import dev.apiauth.sidecar.answer.AnswerWriter;
import dev.apiauth.sidecar.audit.NonBlockingAppender;
import dev.apiauth.sidecar.audit.QueuedAuditLog;
import dev.apiauth.sidecar.egress.EgressClient;
import dev.apiauth.sidecar.egress.SystemHostResolver;
import dev.apiauth.sidecar.egress.TrustAnchors;
import dev.apiauth.sidecar.exchange.DoorRecords;
import dev.apiauth.sidecar.exchange.EnforcedPolicy;
import dev.apiauth.sidecar.exchange.ExchangeHandler;
import dev.apiauth.sidecar.exchange.Records;
import dev.apiauth.sidecar.exchange.Stations;
import dev.apiauth.sidecar.forward.Forwarder;
import dev.apiauth.sidecar.forward.HttpProductProbe;
import dev.apiauth.sidecar.forward.Upstream;
import dev.apiauth.sidecar.identity.Bindings;
import dev.apiauth.sidecar.identity.ProbedSessions;
import dev.apiauth.sidecar.listen.PlainRefusalWriter;
import dev.apiauth.sidecar.listen.ProductListener;
import dev.apiauth.sidecar.listen.RequestHandler;
import dev.apiauth.sidecar.listen.RequestHeads;
import dev.apiauth.sidecar.listen.RequestIds;
import dev.apiauth.sidecar.metrics.PrometheusMetrics;
import dev.apiauth.sidecar.pipeline.AssertIdentity;
import dev.apiauth.sidecar.pipeline.Pipeline;
import dev.apiauth.sidecar.pipeline.ProvePrincipal;
import dev.apiauth.sidecar.prove.ProvenTokens;
import dev.apiauth.sidecar.prove.VerifierFactory;
import dev.apiauth.sidecar.prove.keys.KeyRing;
import dev.apiauth.sidecar.prove.keys.ProviderKeysFactory;
import dev.apiauth.sidecar.prove.keys.RefreshClock;
import dev.apiauth.sidecar.reload.ActivePolicy;
import dev.apiauth.sidecar.reload.CountedReloads;
import dev.apiauth.sidecar.reload.PolicyReloader;
import dev.apiauth.sidecar.reload.PolicySupply;
import dev.apiauth.sidecar.reload.ReloadTimes;
import dev.apiauth.sidecar.reload.RenderedDirectory;
import dev.apiauth.sidecar.reload.ResourceFile;
import dev.apiauth.sidecar.reload.StandaloneFiles;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The composition root: makes every part of a sidecar and gives each what it needs. Nothing else
 * knows how they hang together.
 */
public final class Sidecar {

  private static final Duration PROBE_PATIENCE = Duration.ofSeconds(5);

  private Sidecar() {}

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
    Vertx vertx = Vertx.vertx(ProductListener.vertxOptions(options.eventLoops()));
    VerifierFactory verifiers = verifiers(vertx, options.egress(), clock);
    var metrics = new PrometheusMetrics(verifiers::reports, NonBlockingAppender::droppedByAll);
    QueuedAuditLog audit = QueuedAuditLog.toStandardOutput(metrics::auditLineDropped);
    PresetCatalog catalog = PresetCatalog.shipped();
    var reloader =
        new PolicyReloader<>(
            supply(options, catalog),
            new PolicyAssembly(new PolicyCompiler(catalog, new PayloadIssuer()), verifiers),
            clock,
            ReloadTimes.DEFAULT,
            List.of(new CountedReloads<EnforcedPolicy>(metrics)));
    reloader.start();
    var records = new Records(tap.beside(audit), metrics, clock);
    ProductListener listener = listener(vertx, options, reloader, records, clock);
    int port =
        await(
            listener.listen(
                options.listen().host(), options.listen().port(), options.eventLoops()));
    return new RunningSidecar(vertx, options, port, listener, reloader, verifiers, audit);
  }

  private static PolicySupply supply(SidecarOptions options, PresetCatalog catalog) {
    return switch (options.source()) {
      case PolicyOrigin.Rendered(Path directory) -> new RenderedDirectory(directory);
      case PolicyOrigin.Resource(Path file, Path secrets) ->
          new ResourceFile(
              new StandaloneFiles(file, secrets),
              ResourceCheck.byCommittedCrd(),
              new PolicyResolver(catalog, egressRules(options.egress())));
    };
  }

  private static EgressRules egressRules(EgressOptions egress) {
    return new EgressRules(EgressAllowance.of(egress.allow()));
  }

  private static VerifierFactory verifiers(Vertx vertx, EgressOptions egress, InstantSource clock)
      throws IOException {
    var client =
        new EgressClient(vertx, egressRules(egress), new SystemHostResolver(vertx), trust(egress));
    var refresh = new RefreshClock(clock, Ticker.systemTicker(), RandomGenerator.getDefault());
    return new VerifierFactory(
        new KeyRing(new ProviderKeysFactory(vertx, client, refresh)),
        new ProvenTokens(ProvenTokens.DEFAULT_MAX_BYTES, Ticker.systemTicker()),
        vertx.createSharedWorkerExecutor("signatures", Runtime.getRuntime().availableProcessors()),
        clock);
  }

  private static TrustAnchors trust(EgressOptions egress) throws IOException {
    if (egress.certificates().isEmpty()) return TrustAnchors.ofJvm();
    Path bundle = egress.certificates().get();
    try {
      return TrustAnchors.ofJvmAnd(Files.readAllBytes(bundle));
    } catch (CertificateException malformed) {
      throw new IOException("%s is no PEM bundle of certificates".formatted(bundle), malformed);
    }
  }

  /**
   * What a request passes is made once per event loop; what the product said about a token is
   * shared by all of them.
   */
  private static ProductListener listener(
      Vertx vertx,
      SidecarOptions options,
      PolicyReloader<EnforcedPolicy> reloader,
      Records records,
      InstantSource clock) {
    var probing =
        new HttpProductProbe(
            vertx,
            new Upstream(vertx, options.upstreamHost(), options.upstreamLimits()),
            PROBE_PATIENCE);
    var bindings = new Bindings(probing, clock);
    var pipeline =
        new Pipeline(
            new ProvePrincipal(new ProbedSessions(probing, clock), bindings),
            new AssertIdentity(bindings, clock));
    var ids = RequestIds.ofThisProcess();
    Supplier<RequestHandler> handlers =
        () -> {
          var upstream = new Upstream(vertx, options.upstreamHost(), options.upstreamLimits());
          var forwarder = new Forwarder(vertx, upstream, bindings);
          return new ExchangeHandler(
              new RequestHeads(ids),
              () -> reloader.active().map(ActivePolicy::policy),
              new Stations(pipeline, forwarder, new AnswerWriter(vertx), records));
        };
    return new ProductListener(
        vertx,
        options.limits(),
        handlers,
        new PlainRefusalWriter(),
        ids,
        new DoorRecords(records),
        clock);
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
