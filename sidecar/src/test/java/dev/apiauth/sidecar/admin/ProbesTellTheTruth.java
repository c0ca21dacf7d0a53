package dev.apiauth.sidecar.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.forward.ProductPort;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ProbesTellTheTruth {

  private final Vertx vertx = Vertx.vertx();
  private final AtomicBoolean loaded = new AtomicBoolean(true);
  private final AtomicReference<Optional<SocketAddress>> product =
      new AtomicReference<>(Optional.empty());
  private final Readiness readiness =
      new Readiness(List.of(new PolicyInForce(loaded::get), new ProductPort(vertx, product::get)));
  private final AtomicInteger scrapes = new AtomicInteger();
  private int port;

  @BeforeEach
  void listen() {
    var server =
        new ProbeServer(vertx, readiness, () -> "scrape_total " + scrapes.incrementAndGet() + "\n");
    port = server.listen("127.0.0.1", 0).await();
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void aliveNeedsNothing() throws Exception {
    loaded.set(false);

    assertThat(get("/livez").statusCode()).isEqualTo(200);
  }

  @Test
  void readyNeedsAPolicyAndAProduct() throws Exception {
    try (var tomcat = new ServerSocket(0, 16, InetAddress.getLoopbackAddress())) {
      productIs(tomcat);

      var answer = get("/readyz");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("policy: ok\nproduct: ok\n");
    }
  }

  @Test
  void withoutAPolicyNobodyIsSentHere() throws Exception {
    loaded.set(false);

    var answer = get("/readyz");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body())
        .isEqualTo("policy: no policy is in force\nproduct: nobody says where it listens\n");
  }

  @Test
  void withoutTheProductNobodyIsSentHere() throws Exception {
    try (var tomcat = new ServerSocket(0, 16, InetAddress.getLoopbackAddress())) {
      productIs(tomcat);
    }

    var answer = get("/readyz");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("policy: ok\nproduct: its port takes no connection\n");
  }

  @Test
  void whoIsEndingIsNotReadyAndStillAlive() throws Exception {
    try (var tomcat = new ServerSocket(0, 16, InetAddress.getLoopbackAddress())) {
      productIs(tomcat);
      readiness.drain();

      assertThat(get("/readyz").statusCode()).isEqualTo(503);
      assertThat(get("/livez").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theProductIsConnectedToOnceASecondAtMost() throws Exception {
    try (var tomcat = new ServerSocket(0, 64, InetAddress.getLoopbackAddress())) {
      productIs(tomcat);
      long start = System.nanoTime();
      for (int n = 0; n < 50; n++) get("/readyz");
      long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();

      assertThat(waiting(tomcat)).isBetween(1, Math.toIntExact(seconds) + 1);
    }
  }

  @Test
  void metricsAreText() throws Exception {
    var answer = get("/metrics");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("scrape_total 1\n");
    assertThat(answer.headers().firstValue("content-type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, 404",
    "GET, /v1/acknowledgement, 404",
    "GET, /metrics/x, 404",
    "POST, /livez, 405",
    "DELETE, /metrics, 405"
  })
  void nothingElseIsOffered(String method, String path, int status) throws Exception {
    var answer = send(method, path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("<");
    assertThat(answer.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
  }

  @Test
  void headHasNoBody() throws Exception {
    var answer = send("HEAD", "/livez");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2000, 0, 414", "10, 9000, 431"})
  void longRequestsAreRefused(int target, int header, int status) throws IOException {
    String request =
        "GET /%s HTTP/1.1\r\nHost: x\r\nX: %s\r\n\r\n"
            .formatted("x".repeat(target), "x".repeat(header));

    assertThat(raw(request)).matches("(?s)HTTP/1\\.[01] " + status + " .*");
  }

  @Test
  void eachAnswerEndsItsConnection() throws IOException {
    String twice = "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n".repeat(2);

    assertThat(raw(twice).split("HTTP/1.1 200", -1)).hasSize(2);
  }

  @Test
  void idleConnectionsDoNotKeepProbesOut() throws Exception {
    List<Socket> idle = new ArrayList<>();
    try {
      for (int n = 0; n < 300; n++) idle.add(new Socket(InetAddress.getLoopbackAddress(), port));

      assertThat(get("/livez").statusCode()).isEqualTo(200);
      idle.getFirst().setSoTimeout(10_000);
      assertThat(idle.getFirst().getInputStream().read()).isEqualTo(-1);
    } finally {
      for (Socket socket : idle) socket.close();
    }
  }

  private void productIs(ServerSocket socket) {
    product.set(Optional.of(SocketAddress.inetSocketAddress(socket.getLocalPort(), "127.0.0.1")));
  }

  /** How many connections nobody accepted yet. */
  private static int waiting(ServerSocket server) throws IOException {
    server.setSoTimeout(100);
    int count = 0;
    while (true) {
      try {
        server.accept().close();
        count++;
      } catch (SocketTimeoutException e) {
        return count;
      }
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path);
  }

  private HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .timeout(Duration.ofSeconds(10))
              .build();
      return client.send(request, BodyHandlers.ofString());
    }
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
