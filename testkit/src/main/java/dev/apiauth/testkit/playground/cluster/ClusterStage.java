package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.cluster.ServiceEndpoint;
import dev.apiauth.testkit.idp.KeycloakIssuer;
import dev.apiauth.testkit.idp.KeycloakOptions;
import dev.apiauth.testkit.idp.KeycloakServer;
import dev.apiauth.testkit.kube.control.ControlPlane;
import dev.apiauth.testkit.kube.control.ControlPlaneOptions;
import dev.apiauth.testkit.kube.network.PodNetwork;
import dev.apiauth.testkit.kube.pod.PodRunner;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.Ports;
import dev.apiauth.testkit.playground.Screen;
import dev.apiauth.testkit.playground.Stage;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Everything that runs, in the order in which it starts: control plane, node, operator, identity
 * provider, resources, products.
 */
final class ClusterStage implements Stage {

  private static final String SIDECAR = "apiauth-sidecar";

  private final Screen screen;
  private final Vaults vaults = new Vaults();
  private final Map<Example, ClusterStand> stands = new EnumMap<>(Example.class);
  private final ApiauthProgram apiauth;
  private final ControlPlane controlPlane;
  private final PodRunner node;
  private final KeycloakServer keycloak;
  private final Desk desk;

  /**
   * Builds it, a line per step.
   *
   * @param folder where resources and logs are put
   * @param parts gets what must be ended
   */
  ClusterStage(ClusterOptions options, Path folder, Screen screen, Parts parts) {
    this.screen = screen;
    this.apiauth = new ApiauthProgram(options.cliClassPath(), folder);
    var ports = new Ports();
    PodNetwork network = parts.add(NodeAtWork.network());
    URI origin =
        URI.create("http://%s:%d".formatted(network.hostAddress(), ports.near(Ports.KEYCLOAK)));
    var starting = CompletableFuture.supplyAsync(() -> parts.add(startKeycloak(origin)));
    controlPlane = parts.add(startControlPlane());
    // before the operator, which asks the nodes whether they have native sidecars
    node = parts.add(startNode(options, network, folder.resolve("node")));
    new OperatorAtWork(options, folder, screen, ports).start(controlPlane, origin, parts);
    keycloak = starting.join();
    Path examples = options.checkout().resolve("examples").resolve("cluster");
    desk = new Desk(controlPlane.kubectl(), examples, folder, origin);
    applyResources();
    startProducts();
  }

  private KeycloakServer startKeycloak(URI origin) {
    return screen.step(
        "Keycloak: a real one at %s, realm atlassian".formatted(origin),
        () ->
            KeycloakServer.start(
                KeycloakOptions.defaults().onAddress(origin.getHost()).onPort(origin.getPort())));
  }

  private ControlPlane startControlPlane() {
    ControlPlaneOptions options = ControlPlaneOptions.defaults().with(Programs.here(screen));
    return screen.step(
        "Kubernetes: kube-apiserver, etcd, controller manager, scheduler",
        () -> ControlPlane.start(options));
  }

  private PodRunner startNode(ClusterOptions options, PodNetwork network, Path folder) {
    return screen.step(
        "a node that runs pods as processes: " + network.description(),
        () ->
            new NodeAtWork(options.sidecarClassPath(), vaults)
                .start(controlPlane.client(), network, folder));
  }

  private void applyResources() {
    screen.step(
        "kubectl apply of examples/cluster/*.yaml, with personal access tokens on file",
        () -> {
          for (Example example : Example.values()) {
            desk.apply(vaults.of(example).secret(Desk.NAMESPACE));
            desk.applyExample(example);
          }
          return desk.awaitEverywhere("Accepted");
        });
  }

  private void startProducts() {
    screen.step(
        "the products' StatefulSets: pods created, injected, running and Ready",
        () -> {
          for (Example example : Example.values()) desk.applyWorkload(example);
          for (Example example : Example.values()) stands.put(example, stand(example));
          return desk.awaitEverywhere("Ready");
        });
  }

  private ClusterStand stand(Example example) {
    var service = new ServiceEndpoint(controlPlane.client(), Desk.NAMESPACE, example.key());
    var product = new PodWitness(() -> log(example, example.key()));
    return new ClusterStand(example, service.await(), product, vaults.of(example));
  }

  /** What the sidecar in the product's pod logged until now. */
  String sidecarLog(Example example) {
    return log(example, SIDECAR);
  }

  private String log(Example example, String container) {
    return node.logs(Desk.NAMESPACE, example.key() + "-0", container);
  }

  /** The command line. */
  ApiauthProgram apiauth() {
    return apiauth;
  }

  /** Where the resources are edited and applied. */
  Desk desk() {
    return desk;
  }

  /** The administrator's kubeconfig. */
  Path kubeconfig() {
    return controlPlane.kubeconfig();
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
}
