package dev.apiauth.e2e.injection;

import dev.apiauth.e2e.cluster.Cluster;
import dev.apiauth.testkit.scenario.Client;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

/** What Prometheus would read from the operator, by name and labels as it is written. */
final class OperatorMetrics {

  private OperatorMetrics() {}

  static Map<String, Double> of(Cluster cluster) {
    var probes = URI.create("http://127.0.0.1:" + cluster.operatorSettings().probePort());
    return new Client(probes)
        .get("/metrics")
        .send()
        .body()
        .lines()
        .filter(line -> line.startsWith("apiauth_"))
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.lastIndexOf(' ')),
                line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
  }
}
