package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.cluster.Installation;
import dev.apiauth.testkit.cluster.OperatorProcess;
import dev.apiauth.testkit.cluster.OperatorSettings;
import dev.apiauth.testkit.kube.control.ControlPlane;
import dev.apiauth.testkit.playground.Ports;
import dev.apiauth.testkit.playground.Screen;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Brings apiauth into the cluster: the chart, and the operator beside it as a process. */
final class OperatorAtWork {

  private static final String RELEASE = "apiauth";
  private static final int USUAL_WEBHOOK_PORT = 19_443;
  private static final int USUAL_PROBE_PORT = 19_080;

  private final ClusterOptions options;
  private final Path folder;
  private final Screen screen;
  private final Ports ports;

  /**
   * @param folder where its log is put
   */
  OperatorAtWork(ClusterOptions options, Path folder, Screen screen, Ports ports) {
    this.options = options;
    this.folder = folder;
    this.screen = screen;
    this.ports = ports;
  }

  /**
   * Installs and starts it; returns when it serves.
   *
   * @param provider what its policies may lead to beside the public internet
   */
  void start(ControlPlane controlPlane, URI provider, Parts parts) {
    int webhookPort = ports.near(USUAL_WEBHOOK_PORT);
    Installation installation =
        screen.step(
            "helm install apiauth helm/apiauth (CRD, roles, webhook, admission policies)",
            () -> install(controlPlane, webhookPort));
    var settings =
        new OperatorSettings(
            options.operatorClassPath(),
            installation,
            List.of(Desk.NAMESPACE),
            webhookPort,
            ports.near(USUAL_PROBE_PORT),
            List.of(provider.toString()),
            folder);
    screen.step(
        "the operator, a process with the chart's own roles",
        () -> parts.add(OperatorProcess.start(settings)));
  }

  private Installation install(ControlPlane controlPlane, int webhookPort) {
    var namespace =
        new NamespaceBuilder().withNewMetadata().withName(Desk.NAMESPACE).endMetadata().build();
    controlPlane.client().resource(namespace).create();
    Path chart = options.checkout().resolve("helm").resolve(RELEASE);
    var installation = new Installation(controlPlane, chart, RELEASE);
    installation.install(List.of(Desk.NAMESPACE), webhookPort);
    return installation;
  }
}
