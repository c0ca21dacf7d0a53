package dev.apiauth.sidecar.egress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A provider that answers too much, too slowly, elsewhere or not at all is a sentence, never an
 * exception and never a hang.
 */
class FetchesAreBounded {

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server = vertx.createHttpServer();

  @BeforeEach
  void start() throws Exception {
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .await(5, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(5, TimeUnit.SECONDS);
  }

  private void answer(HttpServerRequest request) {
    requests.incrementAndGet();
    var response = request.response();
    switch (request.path()) {
      case "/json" ->
          response.putHeader("Content-Type", "application/json; charset=utf-8").end("{\"a\":1}");
      case "/jwks" ->
          response.putHeader("Content-Type", "application/jwk-set+json").end("{\"keys\":[]}");
      case "/html" ->
          response.putHeader("Content-Type", "text/html").end("<p>secret of the provider</p>");
      case "/untyped" -> response.end("{}");
      case "/redirect" -> response.setStatusCode(302).putHeader("Location", "/json").end();
      case "/error" -> response.setStatusCode(500).end("secret of the provider");
      case "/full" ->
          response.putHeader("Content-Type", "application/json").end("x".repeat(256 * 1024));
      case "/long" ->
          response.putHeader("Content-Type", "application/json").end("x".repeat(256 * 1024 + 1));
      case "/endless" ->
          pour(response.setChunked(true).putHeader("Content-Type", "application/json"));
      case "/broken" ->
          response
              .setChunked(true)
              .putHeader("Content-Type", "application/json")
              .write("{")
              .onComplete(sent -> request.connection().close());
      case "/drip" -> drip(response.setChunked(true).putHeader("Content-Type", "application/json"));
      default -> {}
    }
  }

  private void drip(HttpServerResponse response) {
    vertx.setPeriodic(0, 500, tick -> response.write(" "));
  }

  private void pour(HttpServerResponse response) {
    response.write("x".repeat(8192)).onSuccess(written -> pour(response));
  }

  @ParameterizedTest
  @CsvSource({"/json, '{\"a\":1}'", "/jwks, '{\"keys\":[]}'"})
  void jsonIsReturnedAsItCame(String path, String body) throws Exception {
    assertThat(get(path))
        .isInstanceOfSatisfying(
            EgressAnswer.Document.class,
            document -> assertThat(document.body().toString()).isEqualTo(body));
  }

  @ParameterizedTest
  @CsvSource({
    "/html, it did not answer with JSON",
    "/untyped, it did not answer with JSON",
    "/redirect, it answered with status 302",
    "/error, it answered with status 500",
    "/long, it answered with more than 262144 bytes",
    "/endless, it answered with more than 262144 bytes",
    "/broken, the connection broke (HttpClosedException)"
  })
  void anythingElseIsASentenceWithoutItsBody(String path, String because) throws Exception {
    assertThat(get(path)).isEqualTo(new EgressAnswer.Failed(because));
    assertThat(requests).hasValue(1);
  }

  @Test
  void exactly256KibAreRead() throws Exception {
    assertThat(get("/full")).isInstanceOf(EgressAnswer.Document.class);
  }

  @ParameterizedTest
  @CsvSource({"/silence", "/drip"})
  void afterFiveSecondsNobodyWaitsAnyMore(String path) throws Exception {
    long start = System.nanoTime();

    assertThat(get(path)).isEqualTo(new EgressAnswer.Failed("it did not answer in time"));
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(4_900), Duration.ofSeconds(7));
  }

  @Test
  void aClosedPortIsASentence() throws Exception {
    int port = closedPort();

    assertThat(client(port).get("http://127.0.0.1:" + port + "/").await(10, TimeUnit.SECONDS))
        .isEqualTo(new EgressAnswer.Failed("it cannot be connected to"));
  }

  /**
   * Of a plain socket: closing it closes the port at once, where a server of the event loop lets
   * the kernel accept for a moment longer.
   */
  private static int closedPort() throws IOException {
    try (var reserved = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return reserved.getLocalPort();
    }
  }

  private EgressAnswer get(String path) throws Exception {
    int port = server.actualPort();
    return client(port).get("http://127.0.0.1:" + port + path).await(10, TimeUnit.SECONDS);
  }

  private EgressClient client(int port) {
    var rules = new EgressRules(EgressAllowance.of(List.of("http://127.0.0.1:" + port)));
    return new EgressClient(vertx, rules, new SystemHostResolver(vertx), TrustAnchors.ofJvm());
  }
}
