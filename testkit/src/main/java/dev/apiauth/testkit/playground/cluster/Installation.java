package dev.apiauth.testkit.playground.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.apiauth.testkit.kube.control.ControlPlane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The chart as a user installs it, but for the Deployment: the operator runs as a process.
 *
 * @param controlPlane where
 * @param chart its folder
 */
record Installation(ControlPlane controlPlane, Path chart) {

  /** The release's name, and its namespace. */
  static final String RELEASE = "apiauth";

  /** What pods say; the node has it under this name. */
  static final String SIDECAR_IMAGE = "apiauth/sidecar:quickstart";

  /**
   * {@code helm install}.
   *
   * @param watched the namespace whose resources are served
   * @param webhookPort where the API server reaches the operator, on loopback
   */
  void install(String watched, int webhookPort) {
    controlPlane
        .helm()
        .run(
            "install",
            RELEASE,
            chart.toString(),
            "--namespace=" + RELEASE,
            "--create-namespace",
            "--set=watchNamespaces={%s}".formatted(watched),
            "--set=operator.deploy=false",
            "--set=webhook.url=https://127.0.0.1:%d/inject".formatted(webhookPort),
            "--set=image.sidecar.tag=quickstart");
  }

  /**
   * A kubeconfig of the operator's own service account: it may do what the chart's roles allow, and
   * no more.
   */
  Path operatorsKubeconfig(Path file) {
    String token =
        controlPlane
            .kubectl()
            .run("create", "token", RELEASE, "--namespace=" + RELEASE, "--duration=24h")
            .strip();
    try {
      var yaml = new YAMLMapper();
      var config = (ObjectNode) yaml.readTree(controlPlane.kubeconfig().toFile());
      ((ObjectNode) config.at("/users/0")).putObject("user").put("token", token);
      return Files.write(file, yaml.writeValueAsBytes(config));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
