package dev.apiauth.testkit.cluster;

import java.nio.file.Path;
import java.util.List;

/**
 * How an operator is started that runs as a process beside the control plane.
 *
 * @param classPath its classes and libraries
 * @param installation the release that it belongs to
 * @param watched the namespaces whose resources it serves
 * @param webhookPort where the API server reaches it, on loopback
 * @param probePort where its probes are, on loopback
 * @param egressAllow what provider URLs may lead to beside the public internet
 * @param folder where its kubeconfig and its log are put
 */
public record OperatorSettings(
    String classPath,
    Installation installation,
    List<String> watched,
    int webhookPort,
    int probePort,
    List<String> egressAllow,
    Path folder) {

  private static final List<String> JVM =
      List.of("-XX:+UseSerialGC", "-Xmx192m", "-XX:TieredStopAtLevel=1");

  public OperatorSettings {
    watched = List.copyOf(watched);
    egressAllow = List.copyOf(egressAllow);
  }

  List<String> jvm() {
    return JVM;
  }

  /** What the chart gives to the operator in a Deployment. */
  List<String> arguments() {
    return List.of(
        "--namespace=" + installation.release(),
        "--watch-namespaces=" + String.join(",", watched),
        "--sidecar-image=" + Installation.SIDECAR_IMAGE,
        "--webhook-configuration=" + installation.release(),
        "--webhook-listen=127.0.0.1:" + webhookPort,
        "--webhook-hosts=127.0.0.1",
        "--probes=127.0.0.1:" + probePort,
        "--egress-allow=" + String.join(",", egressAllow),
        "--identity=operator-" + webhookPort);
  }
}
