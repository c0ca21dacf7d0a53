package dev.apiauth.sidecar.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every request is refused; what is looked at is the connection afterwards (check B11). */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class TheConnectionStaysInStep {

  private static final String SECOND = "GET /second HTTP/1.1\r\nHost: jira.example.com\r\n\r\n";

  private final Vertx vertx = Vertx.vertx();
  private final AnswerWriter writer = new AnswerWriter(vertx);
  private Reason reason = Reason.CREDENTIAL_MISSING;
  private HttpServer server = vertx.createHttpServer();

  @BeforeEach
  void refuseEverything() {
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .requestHandler(this::refuse)
            .listen()
            .await();
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  private void refuse(HttpServerRequest request) {
    request.pause();
    var facts =
        new RefusedRequest(request.uri(), request.method().name(), Addressee.API_CLIENT, List.of());
    // As after a look-up that took a while: the body may have come meanwhile.
    vertx.setTimer(
        5, later -> writer.write(Jira.ANSWERS.answer(Refusal.of(reason), facts), request));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "DELETE"})
  void aRequestWithoutBodyKeepsIt(String method) throws IOException {
    try (var client = client()) {
      client.send(method + " /first HTTP/1.1\r\nHost: jira.example.com\r\n\r\n" + SECOND);

      assertAnswer(client.answer(method), 401, "x-request-id", "/first");
      assertAnswer(client.answer("GET"), 401, "x-request-id", "/second");
    }
  }

  @Test
  void aShortUnreadBodyIsDrained() throws IOException {
    try (var client = client()) {
      client.send(post("Content-Length: 60000") + "x".repeat(60_000) + SECOND);

      assertAnswer(client.answer("POST"), 401, "x-request-id", "/first");
      assertAnswer(client.answer("GET"), 401, "x-request-id", "/second");
    }
  }

  @Test
  void aChunkedBodyThatLooksLikeARequestIsNotTakenForOne() throws IOException {
    String smuggled = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
    try (var client = client()) {
      client.send(
          post("Transfer-Encoding: chunked")
              + Integer.toHexString(smuggled.length())
              + "\r\n"
              + smuggled
              + "\r\n0\r\n\r\n"
              + SECOND);

      assertAnswer(client.answer("POST"), 401, "x-request-id", "/first");
      assertAnswer(client.answer("GET"), 401, "x-request-id", "/second");
    }
  }

  @Test
  void aBodyThatComesLaterIsWaitedFor() throws Exception {
    try (var client = client()) {
      client.send(post("Content-Length: 5"));
      assertThat(client.answer("POST").status()).isEqualTo(401);
      client.send("hello" + SECOND);

      assertAnswer(client.answer("GET"), 401, "x-request-id", "/second");
    }
  }

  @Test
  void aBodyThatNeverComesIsNotWaitedForLong() throws IOException {
    try (var client = client()) {
      client.send(post("Content-Length: 5"));

      assertThat(client.answer("POST").status()).isEqualTo(401);
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @Test
  void aLongDeclaredBodyIsAnsweredAndTheConnectionEnds() throws IOException {
    try (var client = client()) {
      client.send(post("Content-Length: 1073741824") + "x".repeat(200_000));

      assertAnswer(client.answer("POST"), 401, "connection", "close");
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @Test
  void anEndlessChunkedBodyIsAnsweredAndTheConnectionEnds() throws IOException {
    String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
    try (var client = client()) {
      client.send(post("Transfer-Encoding: chunked") + chunk.repeat(5));

      assertThat(client.answer("POST").status()).isEqualTo(401);
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @Test
  void whoWaitsFor100GetsTheFinalAnswerAndNoSecondGuess() throws IOException {
    try (var client = client()) {
      client.send(post("Content-Length: 5\r\nExpect: 100-continue"));

      assertAnswer(client.answer("POST"), 401, "connection", "close");
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @Test
  void anUnclearMessageEndsItAtOnce() throws IOException {
    reason = Reason.METHOD_REFUSED;
    try (var client = client()) {
      client.send("TRACE /first HTTP/1.1\r\nHost: jira.example.com\r\n\r\n" + SECOND);

      assertAnswer(client.answer("TRACE"), 501, "connection", "close");
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  private static void assertAnswer(
      PlainClient.Received answer, int status, String header, String value) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers()).containsEntry(header, value);
  }

  private static String post(String framing) {
    return "POST /first HTTP/1.1\r\nHost: jira.example.com\r\n" + framing + "\r\n\r\n";
  }

  private PlainClient client() throws IOException {
    return PlainClient.to(server.actualPort());
  }
}
