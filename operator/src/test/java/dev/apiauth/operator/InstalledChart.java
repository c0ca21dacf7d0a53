package dev.apiauth.operator;

import dev.apiauth.testkit.kube.control.ControlPlane;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The chart on a real API server, for an operator that runs in this process. */
final class InstalledChart implements AutoCloseable {

  private static final Path CHART = Path.of(System.getProperty("apiauth.root"), "helm", "apiauth");

  private final ControlPlane controlPlane;
  private final String release;
  private final List<HasMetadata> objects;

  private InstalledChart(ControlPlane controlPlane, String release, List<HasMetadata> objects) {
    this.controlPlane = controlPlane;
    this.release = release;
    this.objects = objects;
  }

  /**
   * Installs a release.
   *
   * @param controlPlane where
   * @param release its name, and its namespace's
   * @param watched the namespace that it watches
   * @param webhookPort where the operator's webhook will be on this machine
   */
  static InstalledChart install(
      ControlPlane controlPlane, String release, String watched, int webhookPort) {
    String manifests =
        controlPlane
            .helm()
            .run(
                "template",
                release,
                CHART.toString(),
                "--namespace=" + release,
                "--set=watchNamespaces={" + watched + "}",
                "--set=image.sidecar.repository=sidecar",
                "--set=image.sidecar.tag=test",
                "--set=operator.deploy=false",
                "--set=image.sidecar.repository=sidecar",
                "--set=image.sidecar.tag=test",
                "--set=webhook.url=https://127.0.0.1:%d/inject".formatted(webhookPort));
    List<HasMetadata> objects =
        controlPlane
            .client()
            .load(new ByteArrayInputStream(manifests.getBytes(StandardCharsets.UTF_8)))
            .items();
    objects.forEach(
        object -> controlPlane.client().resource(object).forceConflicts().serverSideApply());
    return new InstalledChart(controlPlane, release, objects);
  }

  /** Acts as the operator's account, which may do what the chart's roles say and nothing else. */
  KubernetesClient asOperator() {
    return controlPlane.asServiceAccount(release, release);
  }

  /** Uninstalls it; the CRD, which other releases use, stays. */
  @Override
  public void close() {
    objects.stream()
        .filter(object -> !object.getKind().equals("CustomResourceDefinition"))
        .forEach(object -> controlPlane.client().resource(object).delete());
  }
}
