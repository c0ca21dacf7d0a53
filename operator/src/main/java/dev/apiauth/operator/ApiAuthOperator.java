package dev.apiauth.operator;

import dev.apiauth.operator.gather.ClusterCaches;
import dev.apiauth.operator.gather.Kubelets;
import dev.apiauth.operator.health.Check;
import dev.apiauth.operator.health.InformersRun;
import dev.apiauth.operator.health.ProbeServer;
import dev.apiauth.operator.reconcile.PolicyReconciler;
import dev.apiauth.operator.tokens.TokenReconciler;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The composition root: makes every part of an operator and gives each what it needs. Nothing else
 * knows how they hang together.
 */
public final class ApiAuthOperator implements AutoCloseable {

  private static final Duration SWEEP = Duration.ofSeconds(5);
  private static final Duration NODES = Duration.ofMinutes(1);
  private static final Duration NAMESPACES = Duration.ofSeconds(30);

  private final Clock clock = Clock.systemUTC();
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Housekeeping housekeeping = new Housekeeping();
  private final Leadership leadership;
  private final Kubelets kubelets;
  private final Trust trust;
  private final Parts parts;
  private final Operator framework;
  private final PolicyReconciler reconciler;
  private final OperatorOptions options;
  private final Set<String> served;
  private final AbsentNamespaces absent;
  private Optional<Webhook> webhook = Optional.empty();
  private Optional<ProbeServer> probes = Optional.empty();

  private ApiAuthOperator(
      OperatorOptions options, Set<String> served, KubernetesClient client, Consumer<String> end) {
    this.options = options;
    this.served = served;
    this.absent = new AbsentNamespaces(options.watchNamespaces(), served, client, end);
    this.leadership = new Leadership(end);
    this.kubelets = new Kubelets(client);
    this.trust = Trust.of(options, client, leadership::isLeading, clock);
    this.parts = new Parts(options, client, kubelets, trust.certificates(), clock);
    this.framework =
        new Operator(
            settings -> Framework.configure(settings, options, client, leadership, metrics, end));
    this.reconciler = new PolicyReconciler(parts.wiring()::reconciliation);
  }

  /**
   * Starts an operator and returns when it serves the webhook. Whether it is the one that writes is
   * known later.
   *
   * @param client acts as the operator; stays open when the operator ends
   * @param end is told why the operator must end: it lost its lease, or the API server
   * @throws IllegalStateException saying what is missing in the cluster
   * @throws UncheckedIOException if an address cannot be listened at
   */
  public static ApiAuthOperator start(
      OperatorOptions options, KubernetesClient client, Consumer<String> end) {
    Set<String> served = Startup.servable(client, options.watchNamespaces());
    var operator = new ApiAuthOperator(options, served, client, end);
    try {
      operator.start();
      return operator;
    } catch (RuntimeException | IOException failed) {
      operator.close();
      throw failed instanceof IOException io
          ? new UncheckedIOException(io)
          : (RuntimeException) failed;
    }
  }

  /** Caches first, then who asks them: nobody is answered from an empty one. */
  private void start() throws IOException {
    kubelets.refresh();
    trust.start();
    framework.register(reconciler, controller -> Framework.configure(controller, served));
    ClusterCaches caches = reconciler.caches().orElseThrow();
    framework.register(
        new TokenReconciler(parts.tokens(caches)),
        controller -> Framework.configureTokens(controller, served));
    framework.start();
    webhook =
        Optional.of(Webhook.start(options.webhook(), parts.admission(caches), trust, metrics));
    probes = Optional.of(probes());
    Runnable retirement = parts.wiring().retirement(caches);
    housekeeping.every(SWEEP, "retirement", () -> onlyLeading(retirement));
    housekeeping.every(NODES, "reading kubelet versions", kubelets::refresh);
    absent.tell();
    housekeeping.every(NAMESPACES, "looking for namespaces that are back", absent::look);
  }

  private void onlyLeading(Runnable work) {
    if (leadership.isLeading()) work.run();
  }

  private ProbeServer probes() throws IOException {
    Endpoint endpoint = options.probes();
    return ProbeServer.start(
        new InetSocketAddress(endpoint.host(), endpoint.port()),
        List.of(new InformersRun(framework::getRuntimeInfo, clock)),
        List.<Check>of(this::admissionComplaint),
        metrics);
  }

  private Optional<String> admissionComplaint() {
    return webhook.filter(Webhook::isReady).isPresent()
        ? Optional.empty()
        : Optional.of(
            "the webhook is not served, or the API server was not told yet to believe it");
  }

  /** The namespaces that could be read when it started. */
  public Set<String> served() {
    return served;
  }

  /** Where the webhook is served. */
  public int webhookPort() {
    return webhook.map(Webhook::port).orElseThrow();
  }

  /** Where probes and metrics are served. */
  public int probePort() {
    return probes.map(ProbeServer::port).orElseThrow();
  }

  /** Whether this replica is the one that writes. */
  public boolean isLeading() {
    return leadership.isLeading();
  }

  /** Ends in order: reconciliations that run have some seconds. The lease is left to expire. */
  @Override
  public void close() {
    leadership.leave();
    housekeeping.close();
    probes.ifPresent(ProbeServer::close);
    webhook.ifPresent(Webhook::close);
    framework.stop();
    trust.close();
  }
}
