package dev.apiauth.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AReplicaIsReadyWhenItServes {

  @Test
  void andOneOfThemWrites() {
    try (OperatedNamespace cluster = OperatedNamespace.start()) {
      assertThat(get(cluster, "/livez")).isEqualTo("ok\n");
      Eventually.satisfies(() -> Optional.of(get(cluster, "/readyz")), "ok\n"::equals);
      assertThat(cluster.operator().isLeading()).as("nobody else tells whom to believe").isTrue();
      assertThat(get(cluster, "/metrics")).contains("operator_sdk_");
    }
  }

  private static String get(OperatedNamespace cluster, String path) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var address = URI.create("http://127.0.0.1:" + cluster.operator().probePort() + path);
      return client
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
