package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.kube.pod.LocalImage;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of an operator that runs as a process beside the control plane, with what the
 * chart gives to the one in a Deployment.
 *
 * @param classPath its classes and libraries
 * @param namespace where the chart is installed
 * @param watched the namespace whose resources it serves
 * @param webhookPort where the API server reaches it
 * @param probes where its probes are
 * @param egressAllow the origin that may be asked in plain http
 */
record OperatorCommandLine(
    String classPath,
    String namespace,
    String watched,
    int webhookPort,
    int probes,
    String egressAllow) {

  private static final List<String> JVM =
      List.of("-XX:+UseSerialGC", "-Xmx192m", "-XX:TieredStopAtLevel=1");

  List<String> words() {
    var words = new ArrayList<String>();
    words.add(LocalImage.javaCommand());
    words.addAll(JVM);
    words.addAll(List.of("-cp", classPath, "dev.apiauth.operator.OperatorCommand"));
    words.addAll(
        List.of(
            "--namespace=" + namespace,
            "--watch-namespaces=" + watched,
            "--sidecar-image=" + Installation.SIDECAR_IMAGE,
            "--webhook-configuration=" + Installation.RELEASE,
            "--webhook-listen=127.0.0.1:" + webhookPort,
            "--webhook-hosts=127.0.0.1",
            "--probes=127.0.0.1:" + probes,
            "--egress-allow=" + egressAllow));
    return words;
  }
}
