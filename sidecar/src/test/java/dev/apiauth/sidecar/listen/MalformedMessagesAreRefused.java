package dev.apiauth.sidecar.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MalformedMessagesAreRefused {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static StartedListener listener;

  @BeforeAll
  static void start() {
    listener = StartedListener.with(StartedListener.echo());
  }

  @AfterAll
  static void stop() {
    listener.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "refused-messages.csv", numLinesToSkip = 1)
  void alone(String check, String what, int status, String request) {
    try (var socket = listener.connect().send(request.translateEscapes())) {
      socket.readFor(PATIENCE);
      assertThat(socket.statuses()).containsExactly(status);
      assertThat(socket.isClosed()).isTrue();
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "refused-messages.csv", numLinesToSkip = 1)
  void octetByOctet(String check, String what, int status, String request) {
    try (var socket = listener.connect().sendOneByOne(request.translateEscapes())) {
      socket.readFor(PATIENCE);
      assertThat(socket.statuses()).containsExactly(status);
      assertThat(socket.isClosed()).isTrue();
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "refused-messages.csv", numLinesToSkip = 1)
  void afterRequestsThatAreAnsweredFirst(String check, String what, int status, String request) {
    String before = "GET /1 HTTP/1.1\r\n\r\nPOST /2 HTTP/1.1\r\nContent-Length: 2\r\n\r\nab";
    try (var socket = listener.connect().send(before + request.translateEscapes())) {
      socket.readFor(PATIENCE);
      assertThat(socket.statuses()).containsExactly(200, 200, status);
      assertThat(socket.isClosed()).isTrue();
    }
  }

  @Test
  void theAnswerSaysWhyAndIsKeptByNobody() {
    try (var socket = listener.connect().send("GET / HTTP/1.1\r\nA : b\r\n\r\n")) {
      List<String> lines = socket.readFor(PATIENCE).lines().toList();

      assertThat(lines)
          .startsWith("HTTP/1.1 400 Bad Request")
          .contains(
              "Content-Type: application/json", "Cache-Control: no-store", "Connection: close");
      assertThat(lines.getLast())
          .matches(
              "\\{\"code\":\"malformed_message\","
                  + "\"message\":\"The request is malformed: a header name is not a token\\.\","
                  + "\"requestId\":\"test-[0-9a-z]+\"}");
    }
  }
}
