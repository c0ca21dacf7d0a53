package dev.apiauth.sidecar.listen;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** S21 and F10. */
class HeadsHaveBounds {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LINE = ListenerLimits.DEFAULT.requestLineOctets();
  private static final int HEADERS = ListenerLimits.DEFAULT.headerOctets();
  private static final int LINES = ListenerLimits.DEFAULT.headerLines();
  private static StartedListener listener;

  @BeforeAll
  static void start() {
    listener = StartedListener.with(StartedListener.echo());
  }

  @AfterAll
  static void stop() {
    listener.close();
  }

  @Test
  void aRequestLineOfTheFullLengthPasses() {
    assertThat(statusOf("GET /" + "a".repeat(LINE - 4) + " HTTP/1.1\r\n\r\n")).isEqualTo(200);
  }

  @Test
  void aLongerOneIs414() {
    assertThat(statusOf("GET /" + "a".repeat(LINE - 3) + " HTTP/1.1\r\n\r\n")).isEqualTo(414);
  }

  @Test
  void aMethodWithoutEndIs414() {
    assertThat(statusOf("A".repeat(LINE + 1))).isEqualTo(414);
  }

  @Test
  void headersOfTheFullSizePass() {
    String value = "a".repeat(HEADERS - "A: \r\n\r\n".length());
    assertThat(statusOf("GET / HTTP/1.1\r\nA: " + value + "\r\n\r\n")).isEqualTo(200);
  }

  @Test
  void oneOctetMoreIs431() {
    String value = "a".repeat(HEADERS - "A: \r\n\r\n".length() + 1);
    assertThat(statusOf("GET / HTTP/1.1\r\nA: " + value + "\r\n\r\n")).isEqualTo(431);
  }

  @Test
  void asManyLinesAsMayBePass() {
    assertThat(statusOf("GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(LINES) + "\r\n")).isEqualTo(200);
  }

  @Test
  void oneLineMoreIs431() {
    assertThat(statusOf("GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(LINES + 1) + "\r\n"))
        .isEqualTo(431);
  }

  @Test
  void trailersAreBoundedAsHeadersAre() {
    assertThat(
            statusOf(
                "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
                    + "A: b\r\n".repeat(LINES + 1)
                    + "\r\n"))
        .isEqualTo(431);
  }

  /** The answer arrives although the client goes on sending, and nothing of that is kept. */
  @Test
  void aHeadWithoutEndIsAnsweredWhileItIsSent() {
    byte[] more = "a".repeat(64 * 1024).getBytes(US_ASCII);
    try (var socket = listener.connect().send("GET / HTTP/1.1\r\nA: ")) {
      for (int i = 0; i < 64 && !socket.isClosed(); i++) {
        socket.send(more);
      }
      socket.readFor(PATIENCE);
      assertThat(socket.statuses()).containsExactly(431);
      assertThat(socket.isClosed()).isTrue();
    }
  }

  private static int statusOf(String request) {
    try (var socket = listener.connect().send(request)) {
      socket.readUntil("\r\n\r\n", PATIENCE);
      return socket.statuses().getFirst();
    }
  }
}
