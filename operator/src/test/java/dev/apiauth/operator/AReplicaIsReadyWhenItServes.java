package dev.apiauth.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AReplicaIsReadyWhenItServes {

  @Test
  void andOneOfThemWrites() throws Exception {
    try (OperatedNamespace cluster = OperatedNamespace.start()) {
      assertThat(get(cluster, "/livez")).isEqualTo("ok\n");
      assertThat(get(cluster, "/readyz")).isEqualTo("ok\n");
      Eventually.satisfies(() -> Optional.of(cluster.operator().isLeading()), leads -> leads);
      assertThat(get(cluster, "/metrics")).contains("operator_sdk_");
    }
  }

  private static String get(OperatedNamespace cluster, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var address = URI.create("http://127.0.0.1:" + cluster.operator().probePort() + path);
      return client
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
