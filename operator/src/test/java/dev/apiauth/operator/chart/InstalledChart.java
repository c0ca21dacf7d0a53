package dev.apiauth.operator.chart;

import dev.apiauth.testkit.kube.control.ControlPlane;
import java.util.UUID;

/**
 * A release of the chart for an operator that nobody runs: its webhook does not answer. The CRD is
 * applied beside it, since it can belong to one release only.
 */
final class InstalledChart implements AutoCloseable {

  /** Nothing listens there. */
  private static final String NOBODY = "https://127.0.0.1:1/inject";

  private final ControlPlane controlPlane;
  private final String release;

  private InstalledChart(ControlPlane controlPlane, String release) {
    this.controlPlane = controlPlane;
    this.release = release;
  }

  static InstalledChart watching(ControlPlane controlPlane, String... namespaces) {
    controlPlane
        .kubectl()
        .run(
            "apply",
            "--server-side",
            "--force-conflicts",
            "-f",
            Chart.root().resolve("crds/atlassianapiauths.apiauth.dev.yaml").toString());
    controlPlane
        .kubectl()
        .run("wait", "--for=condition=Established", "crd/atlassianapiauths.apiauth.dev");
    var release = "apiauth-" + UUID.randomUUID().toString().substring(0, 8);
    controlPlane
        .helm()
        .run(
            "install",
            release,
            Chart.folder().toString(),
            "--namespace=" + Chart.RELEASE_NAMESPACE,
            "--create-namespace",
            "--set=watchNamespaces={" + String.join(",", namespaces) + "}",
            "--set=crd.install=false,operator.deploy=false,webhook.url=" + NOBODY);
    return new InstalledChart(controlPlane, release);
  }

  /** The name of the operator's account, of its roles and of its webhook's configuration. */
  String name() {
    return release;
  }

  /** As somebody might who may: from now on nobody injects, and the policies stand alone. */
  InstalledChart withoutItsWebhook() {
    controlPlane.kubectl().run("delete", "mutatingwebhookconfiguration", release);
    return this;
  }

  @Override
  public void close() {
    controlPlane.helm().run("uninstall", release, "--namespace=" + Chart.RELEASE_NAMESPACE);
  }
}
