package dev.apiauth.e2e.cluster;

import dev.apiauth.testkit.cluster.Installation;
import dev.apiauth.testkit.cluster.OperatorProcess;
import dev.apiauth.testkit.cluster.OperatorSettings;
import dev.apiauth.testkit.cluster.ProductVault;
import dev.apiauth.testkit.idp.KeycloakOptions;
import dev.apiauth.testkit.idp.KeycloakServer;
import dev.apiauth.testkit.kube.control.ControlPlane;
import dev.apiauth.testkit.kube.control.ControlPlaneOptions;
import dev.apiauth.testkit.kube.network.PodNetwork;
import dev.apiauth.testkit.kube.network.PodNetworks;
import dev.apiauth.testkit.kube.pod.LocalImage;
import dev.apiauth.testkit.kube.pod.LocalImages;
import dev.apiauth.testkit.kube.pod.PodRunner;
import dev.apiauth.testkit.kube.pod.PodRunnerOptions;
import dev.apiauth.testkit.process.LoopbackPort;
import dev.apiauth.testkit.product.site.Product;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A control plane, the chart, the operator as a process with the chart's roles, a node whose pods
 * have addresses of their own, and Keycloak where pods reach it.
 */
public final class Cluster implements AutoCloseable {

  private static final Path ROOT = Path.of(System.getProperty("apiauth.root"));
  private static final String RELEASE = "apiauth";
  private static final int TENANTS = 40;

  private static final List<String> SIDECAR_JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-Xmx96m",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Path folder = temporaryFolder();
  private final Map<Product, ProductVault> vaults = new EnumMap<>(Product.class);
  private final AtomicInteger tenants = new AtomicInteger();
  private final List<String> namespaces;
  private final PodNetwork network = PodNetworks.ofMachine();
  private final KeycloakServer keycloak;
  private final ControlPlane controlPlane;
  private final PodRunner node;
  private final OperatorSettings settings;
  private OperatorProcess operator;

  private Cluster(Duration syncDelay, ControlPlaneOptions options, int teams) {
    namespaces = IntStream.range(0, teams).mapToObj("team-%02d"::formatted).toList();
    for (Product product : Product.values()) vaults.put(product, ProductVault.of(product));
    var starting = CompletableFuture.supplyAsync(this::startKeycloak);
    controlPlane = ControlPlane.start(options);
    namespaces.forEach(this::createNamespace);
    var installation =
        new Installation(controlPlane, ROOT.resolve("helm").resolve("apiauth"), RELEASE);
    int webhookPort = LoopbackPort.free();
    installation.install(namespaces, webhookPort);
    node = startNode(syncDelay);
    keycloak = starting.join();
    settings =
        new OperatorSettings(
            ClassPaths.ofOperator(),
            installation,
            namespaces,
            webhookPort,
            LoopbackPort.free(),
            List.of(keycloakOrigin()),
            folder);
    operator = OperatorProcess.start(settings);
  }

  /** The one of this JVM, whose node sees changes at once. Its parts end with the JVM. */
  public static Cluster shared() {
    return Shared.CLUSTER;
  }

  private static final class Shared {
    private static final Cluster CLUSTER =
        new Cluster(Duration.ZERO, ControlPlaneOptions.defaults(), TENANTS);
  }

  /**
   * One of its own, for tests that break it or need a slow kubelet; whoever starts it closes it.
   */
  public static Cluster start(Duration syncDelay) {
    return new Cluster(syncDelay, ControlPlaneOptions.defaults(), TENANTS);
  }

  /**
   * One with another control plane, for a few teams alone: an operator that watches few namespaces
   * starts soon. Its node sees changes at once.
   */
  public static Cluster start(ControlPlaneOptions options, int teams) {
    return new Cluster(Duration.ZERO, options, teams);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("apiauth-e2e-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void createNamespace(String name) {
    controlPlane
        .client()
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
  }

  private KeycloakServer startKeycloak() {
    return KeycloakServer.start(
        KeycloakOptions.defaults().onAddress(network.hostAddress()).onPort(LoopbackPort.free()));
  }

  private PodRunner startNode(Duration syncDelay) {
    return PodRunner.start(controlPlane.client(), kubelet(syncDelay));
  }

  /**
   * Another node, whose kubelet looks seldom and caches long. No pod comes to it but those that
   * name it in {@code spec.nodeName}; whoever starts it closes it.
   */
  public PodRunner startSlowNode(String name, Duration syncDelay) {
    PodRunner slow = PodRunner.start(controlPlane.client(), kubelet(syncDelay).withNodeName(name));
    controlPlane.kubectl().run("cordon", name);
    return slow;
  }

  private PodRunnerOptions kubelet(Duration syncDelay) {
    var jvm = new ArrayList<>(SIDECAR_JVM);
    jvm.addAll(List.of("-cp", ClassPaths.ofSidecar()));
    LocalImages images =
        LocalImages.none()
            .with("apiauth/sidecar", LocalImage.java(jvm, "dev.apiauth.sidecar.SidecarCommand"));
    for (ProductVault vault : vaults.values()) images = images.withProduct(vault.image());
    var options = PodRunnerOptions.of(images).withNetwork(network).withFolder(folder);
    return syncDelay.isZero() ? options : options.withSyncDelay(syncDelay);
  }

  /** A watched namespace that no other test uses. */
  public Team newTeam() {
    int next = tenants.getAndIncrement();
    if (next == namespaces.size())
      throw new IllegalStateException("all %d teams are taken".formatted(next));
    return new Team(this, namespaces.get(next));
  }

  /** Another operator of the same installation: a second replica, or the next after a crash. */
  public OperatorProcess startOperator() {
    operator = OperatorProcess.start(settings);
    return operator;
  }

  /**
   * A second replica, with ports, a log and a name in the lease of its own; the API server does not
   * know its webhook. Whoever starts it closes it.
   */
  public OperatorProcess startReplica() {
    return OperatorProcess.start(
        new OperatorSettings(
            settings.classPath(),
            settings.installation(),
            settings.watched(),
            LoopbackPort.free(),
            LoopbackPort.free(),
            settings.egressAllow(),
            temporaryFolder()));
  }

  /** The operator that was started last. */
  public OperatorProcess operator() {
    return operator;
  }

  /** How the operator is started, for a replica with other ports. */
  public OperatorSettings operatorSettings() {
    return settings;
  }

  public ControlPlane controlPlane() {
    return controlPlane;
  }

  /** Plays the kubelet; see {@link PodRunner#link} for filters and cuts. */
  public PodRunner node() {
    return node;
  }

  /** The company's Keycloak, and a realm of strangers. */
  public KeycloakServer keycloak() {
    return keycloak;
  }

  /** Scheme, host and port of Keycloak, as pods and tests reach it. */
  public String keycloakOrigin() {
    String issuer = keycloak.issuer();
    return issuer.substring(0, issuer.indexOf("/realms"));
  }

  /** The tokens that every pod of the product honours. */
  public ProductVault vault(Product product) {
    return Objects.requireNonNull(vaults.get(product));
  }

  @Override
  public void close() {
    operator.close();
    node.close();
    network.close();
    keycloak.close();
    controlPlane.close();
  }
}
