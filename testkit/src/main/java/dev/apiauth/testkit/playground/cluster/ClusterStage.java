package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.cluster.Installation;
import dev.apiauth.testkit.cluster.OperatorProcess;
import dev.apiauth.testkit.cluster.OperatorSettings;
import dev.apiauth.testkit.cluster.ProductVault;
import dev.apiauth.testkit.cluster.ServiceEndpoint;
import dev.apiauth.testkit.idp.KeycloakIssuer;
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
import dev.apiauth.testkit.playground.EditedFile;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.Ports;
import dev.apiauth.testkit.playground.Screen;
import dev.apiauth.testkit.playground.Stage;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Everything that runs: control plane, node, identity provider, operator, products. */
final class ClusterStage implements Stage, AutoCloseable {

  /** Where the products and their resources are. */
  static final String NAMESPACE = "atlassian";

  private static final String RELEASE = "apiauth";

  private static final List<String> SIDECAR_JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-Xmx128m",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final ClusterOptions options;
  private final Path folder;
  private final Screen screen;
  private final Ports ports = new Ports();
  private final Map<Example, ProductVault> vaults = new EnumMap<>(Example.class);
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Map<Example, ClusterStand> stands = new EnumMap<>(Example.class);
  private final ControlPlane controlPlane;
  private final KeycloakServer keycloak;
  private final URI keycloakOrigin;
  private final PodRunner node;

  /**
   * Builds it, a line per step.
   *
   * @param folder where resources and logs are put
   */
  ClusterStage(ClusterOptions options, Path folder, Screen screen) {
    this.options = options;
    this.folder = folder;
    this.screen = screen;
    for (Example example : Example.values())
      vaults.put(example, ProductVault.of(example.product()));
    PodNetwork network = network();
    keycloakOrigin =
        URI.create("http://%s:%d".formatted(network.hostAddress(), ports.near(Ports.KEYCLOAK)));
    var starting = CompletableFuture.supplyAsync(this::startKeycloak);
    controlPlane =
        screen.step(
            "Kubernetes: kube-apiserver, etcd, controller manager, scheduler",
            () -> started(ControlPlane.start(ControlPlaneOptions.defaults())));
    installOperator();
    node =
        screen.step(
            "a node that runs pods as processes: " + network.description(),
            () -> startNode(network));
    keycloak = started(starting.join());
    applyResources();
    startProducts();
  }

  /** Three products side by side need three addresses: all sidecars have the same ports. */
  private PodNetwork network() {
    PodNetwork network = started(PodNetworks.ofMachine());
    if (network.separatesPods()) return network;
    throw new IllegalStateException(
        "pods cannot have addresses of their own here (%s): that takes root on Linux, with iproute2. ./quickstart --standalone needs neither"
            .formatted(network.description()));
  }

  private <T extends AutoCloseable> T started(T part) {
    running.push(part);
    return part;
  }

  private KeycloakServer startKeycloak() {
    return screen.step(
        "Keycloak: a real one at %s, realm atlassian".formatted(keycloakOrigin),
        () ->
            KeycloakServer.start(
                KeycloakOptions.defaults()
                    .onAddress(keycloakOrigin.getHost())
                    .onPort(keycloakOrigin.getPort())));
  }

  private void installOperator() {
    var namespace =
        new NamespaceBuilder().withNewMetadata().withName(NAMESPACE).endMetadata().build();
    controlPlane.client().resource(namespace).create();
    var installation =
        new Installation(
            controlPlane, options.checkout().resolve("helm").resolve("apiauth"), RELEASE);
    int webhookPort = ports.near(19_443);
    screen.step(
        "helm install apiauth helm/apiauth (CRD, roles, webhook, admission policies)",
        () -> {
          installation.install(List.of(NAMESPACE), webhookPort);
          return installation;
        });
    var settings =
        new OperatorSettings(
            options.operatorClassPath(),
            installation,
            List.of(NAMESPACE),
            webhookPort,
            ports.near(19_080),
            List.of(keycloakOrigin.toString()),
            folder);
    screen.step(
        "the operator, a process with the chart's own roles",
        () -> started(OperatorProcess.start(settings)));
  }

  private PodRunner startNode(PodNetwork network) {
    var jvm = new ArrayList<>(SIDECAR_JVM);
    jvm.addAll(List.of("-cp", options.sidecarClassPath()));
    LocalImages images =
        LocalImages.none()
            .with("apiauth/sidecar", LocalImage.java(jvm, "dev.apiauth.sidecar.SidecarCommand"));
    for (Example example : Example.values()) images = images.withProduct(vault(example).image());
    return started(
        PodRunner.start(
            controlPlane.client(),
            PodRunnerOptions.of(images).withNetwork(network).withFolder(folder.resolve("node"))));
  }

  private void applyResources() {
    screen.step(
        "kubectl apply of examples/cluster/*.yaml, with personal access tokens on file",
        () -> {
          for (Example example : Example.values()) {
            apply(vault(example).secret(NAMESPACE));
            resource(example).write(exampleText(example));
            apply(resource(example).text());
          }
          return awaitConditions("Accepted");
        });
  }

  private String exampleText(Example example) {
    Path file = options.checkout().resolve("examples/cluster").resolve(example.key() + ".yaml");
    return new EditedFile(file)
        .text()
        .replace("http://127.0.0.1:" + Ports.KEYCLOAK, keycloakOrigin.toString());
  }

  private void startProducts() {
    screen.step(
        "the products' StatefulSets: pods created, injected, running and Ready",
        () -> {
          for (Example example : Example.values()) apply(workload(example));
          for (Example example : Example.values()) stands.put(example, stand(example));
          return awaitConditions("Ready");
        });
  }

  private String workload(Example example) {
    Path file =
        options.checkout().resolve("examples/cluster/workloads").resolve(example.key() + ".yaml");
    return new EditedFile(file).text();
  }

  private String awaitConditions(String condition) {
    return controlPlane
        .kubectl()
        .run(
            "wait",
            "--for=condition=" + condition,
            "--timeout=120s",
            "--namespace=" + NAMESPACE,
            "--all",
            "atlassianapiauths");
  }

  private ProductVault vault(Example example) {
    return Objects.requireNonNull(vaults.get(example));
  }

  private ClusterStand stand(Example example) {
    var service = new ServiceEndpoint(controlPlane.client(), NAMESPACE, example.key());
    return new ClusterStand(example, service.await(), witness(example), vault(example));
  }

  private PodWitness witness(Example example) {
    return new PodWitness(() -> node.logs(NAMESPACE, example.key() + "-0", example.key()));
  }

  void apply(String manifest) {
    controlPlane.kubectl().runWith(manifest, "apply", "--filename=-");
  }

  /** The resource as a file to be edited and applied again. */
  EditedFile resource(Example example) {
    return new EditedFile(folder.resolve(example.key() + ".yaml"));
  }

  /** What {@code kubectl get} says of the resources. */
  String overview() {
    return controlPlane.kubectl().run("get", "atlassianapiauths", "--namespace=" + NAMESPACE);
  }

  ControlPlane controlPlane() {
    return controlPlane;
  }

  Path folder() {
    return folder;
  }

  @Override
  public ClusterStand of(Example example) {
    ClusterStand stand = stands.get(example);
    if (stand == null) throw new IllegalStateException("not started: " + example);
    return stand;
  }

  @Override
  public KeycloakIssuer company() {
    return keycloak.mainIssuer();
  }

  @Override
  public KeycloakIssuer strangers() {
    return keycloak.otherIssuer();
  }

  /** Ends all of it, the last started first. */
  @Override
  public void close() {
    while (!running.isEmpty()) end(running.pop());
  }

  private static void end(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception e) {
      throw new IllegalStateException("did not end cleanly: " + one, e);
    }
  }
}
