package dev.apiauth.testkit.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.apiauth.testkit.kube.control.ControlPlane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The chart as a user installs it, but for the Deployment: the operator runs as a process.
 *
 * @param controlPlane where
 * @param chart its folder
 * @param release its name, and the name of its namespace
 */
public record Installation(ControlPlane controlPlane, Path chart, String release) {

  /** What pods say; the node has it under this name. */
  public static final String SIDECAR_IMAGE = "apiauth/sidecar:local";

  /**
   * {@code helm install}.
   *
   * @param watched the namespaces whose resources are served
   * @param webhookPort where the API server reaches the operator, on loopback
   */
  public void install(List<String> watched, int webhookPort) {
    controlPlane
        .helm()
        .run(
            "install",
            release,
            chart.toString(),
            "--namespace=" + release,
            "--create-namespace",
            "--set=watchNamespaces={%s}".formatted(String.join(",", watched)),
            "--set=operator.deploy=false",
            "--set=webhook.url=https://127.0.0.1:%d/inject".formatted(webhookPort),
            "--set=image.sidecar.tag=local");
  }

  /** {@code helm uninstall}. The CustomResourceDefinition and all resources stay. */
  public void uninstall() {
    controlPlane.helm().run("uninstall", release, "--namespace=" + release, "--wait");
  }

  /**
   * A kubeconfig of the operator's own service account: it may do what the chart's roles allow, and
   * no more.
   */
  public Path operatorsKubeconfig(Path file) {
    String token =
        controlPlane
            .kubectl()
            .run("create", "token", release, "--namespace=" + release, "--duration=24h")
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
