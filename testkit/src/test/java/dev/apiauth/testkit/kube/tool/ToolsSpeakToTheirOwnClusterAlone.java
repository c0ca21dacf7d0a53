package dev.apiauth.testkit.kube.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.testkit.kube.control.ControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolsSpeakToTheirOwnClusterAlone {

  private final ControlPlane controlPlane = ControlPlane.shared();

  @TempDir private Path chart;

  @Test
  void kubectlTakesItsInputFromTheTest() {
    var namespace = controlPlane.newNamespace("tools");
    var kubectl = controlPlane.kubectl();
    kubectl.runWith(
        """
        {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "given"}, "data": {"a": "b"}}
        """,
        "apply",
        "-n",
        namespace,
        "-f",
        "-");
    assertThat(kubectl.run("get", "configmap", "given", "-n", namespace, "-o=jsonpath={.data.a}"))
        .isEqualTo("b");
  }

  @Test
  void aFailureSaysWhatTheToolSaidButNotWhatItWasTold() {
    assertThatThrownBy(
            () -> controlPlane.kubectl().run("get", "configmap", "not-there", "-n=default"))
        .hasMessageContaining("kubectl get ended with exit code 1")
        .hasMessageContaining("configmaps \"not-there\" not found")
        .hasMessageNotContaining("-n=default");
  }

  @Test
  void helmRendersForTheVersionOfTheCluster() throws IOException {
    writeChart();
    var helm = controlPlane.helm();
    assertThat(helm.run("template", "release", chart.toString())).contains("version: v1.34.4");
    assertThat(helm.run("template", "release", chart.toString(), "--kube-version=1.30.0"))
        .contains("version: v1.30.0");
  }

  @Test
  void helmInstallsAndRemoves() throws IOException {
    writeChart();
    var namespace = controlPlane.newNamespace("helm");
    var configMaps = controlPlane.client().configMaps().inNamespace(namespace);
    controlPlane.helm().run("install", "release", chart.toString(), "-n", namespace);
    assertThat(configMaps.withName("rendered").get().getData()).containsEntry("version", "v1.34.4");
    controlPlane.helm().run("uninstall", "release", "-n", namespace);
    assertThat(configMaps.withName("rendered").get()).isNull();
  }

  private void writeChart() throws IOException {
    Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: tiny\nversion: 0.1.0\n");
    var templates = Files.createDirectories(chart.resolve("templates"));
    Files.writeString(
        templates.resolve("config-map.yaml"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: rendered}
        data:
          version: {{ .Capabilities.KubeVersion.Version }}
        """);
  }
}
