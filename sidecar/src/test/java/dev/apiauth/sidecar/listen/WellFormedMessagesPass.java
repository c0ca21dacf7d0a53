package dev.apiauth.sidecar.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WellFormedMessagesPass {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String CHUNKED = "PUT / HTTP/1.1\r\nTransfer-Encoding: CHUNKED\r\n\r\n";
  private static StartedListener listener;

  /** Answers with the body, and in front of it how many trailers and headers were seen. */
  @BeforeAll
  static void start() {
    listener =
        StartedListener.with(
            request -> {
              request
                  .body()
                  .onSuccess(
                      body ->
                          request
                              .response()
                              .putHeader("Fields", String.join(" ", request.headers().names()))
                              .end(body));
              request.resume();
            });
  }

  @AfterAll
  static void stop() {
    listener.close();
  }

  @Test
  void aBodyMayLookLikeAnything() {
    String body = "\0\r\n\r\nGET / HTTP/1.1\nA : b\r\r\n\u00ff";
    assertThat(answerTo("PUT / HTTP/1.1\r\nContent-Length: " + body.length() + "\r\n\r\n" + body))
        .endsWith("\r\n\r\n" + body);
  }

  @Test
  void chunksMayLookLikeAnything() {
    String first = "6\r\n\0\r\n\r\n;\r\n";
    String second = "0000000A\r\n0\r\n\r\n\n\n\n\n\n\r\n";
    assertThat(answerTo(CHUNKED + first + second + "0\r\n\r\n"))
        .endsWith("\r\n\r\n\0\r\n\r\n;0\r\n\r\n\n\n\n\n\n");
  }

  /** S11: a trailer is no header, and nothing of it reaches a handler. */
  @Test
  void trailersAreDropped() {
    String trailers = "Authorization: Bearer x\r\nContent-Length: 9\r\n\r\n";
    assertThat(answerTo(CHUNKED + "3\r\nabc\r\n0\r\n" + trailers))
        .contains("Fields: Transfer-Encoding\r\n")
        .endsWith("\r\n\r\nabc");
  }

  /** S12: RFC 9110 gives content in GET and DELETE no meaning; its framing holds all the same. */
  @Test
  void aBodyOfGetIsReadToItsEnd() {
    try (var socket =
        listener
            .connect()
            .send("GET / HTTP/1.1\r\nContent-Length: 19\r\n\r\nGET /a HTTP/1.1\r\n\r\n")
            .send("DELETE / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc")) {
      assertThat(socket.readUntil("\r\n\r\nabc", PATIENCE)).endsWith("\r\n\r\nabc");
      assertThat(socket.statuses()).containsExactly(200, 200);
    }
  }

  @Test
  void fieldValuesMayHoldTabsAndObsText() {
    assertThat(
            answerTo(
                "PUT / HTTP/1.1\r\nA:\tb\tc\u00ff\u0080 d \t\r\nB:\r\nContent-Length:0\r\n\r\n"))
        .startsWith("HTTP/1.1 200 OK");
  }

  private static String answerTo(String request) {
    try (var socket = listener.connect().send(request)) {
      socket.readUntil("\r\n\r\n", PATIENCE);
      return socket.readFor(Duration.ofMillis(50));
    }
  }
}
