package dev.apiauth.operator.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AProbeSaysWhatIsWrong {

  private volatile String complaint = "";
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HttpClient client = HttpClient.newHttpClient();
  private ProbeServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        ProbeServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            List.of(),
            List.of(this::complaint),
            metrics);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void orThatAllIsWell() throws Exception {
    assertThat(get("/readyz").statusCode()).isEqualTo(200);

    complaint = "the webhook is not served";

    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(get("/readyz").body()).isEqualTo("the webhook is not served\n");
    assertThat(get("/livez").statusCode()).isEqualTo(200);
  }

  @Test
  void andShowsTheMetrics() throws Exception {
    metrics.counter("apiauth.test").increment();

    assertThat(get("/metrics").body()).contains("apiauth_test_total 1.0");
  }

  @Test
  void andNothingBesides() throws Exception {
    assertThat(get("/readyz/more").statusCode()).isEqualTo(404);
    assertThat(get("/").statusCode()).isEqualTo(404);
  }

  private Optional<String> complaint() {
    return Optional.of(complaint).filter(text -> !text.isEmpty());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
