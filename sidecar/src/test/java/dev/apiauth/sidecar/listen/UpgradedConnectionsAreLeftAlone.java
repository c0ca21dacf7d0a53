package dev.apiauth.sidecar.listen;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** F18 and F19, as far as they concern the listener. */
class UpgradedConnectionsAreLeftAlone {

  private static final Duration WAIT = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String UPGRADE =
      "GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";

  private final StartedListener listener =
      StartedListener.with(Limits.withWaits(WAIT), UpgradedConnectionsAreLeftAlone::tunnel);

  @AfterEach
  void stop() {
    listener.close();
  }

  /** Answers 101 and sends everything back. */
  private static void tunnel(HttpServerRequest request) {
    request.resume();
    request.toNetSocket().onSuccess(socket -> socket.handler(socket::write));
  }

  @Test
  void octetsFlowBothWaysUnread() {
    String octets = "\0\1\2\r\nGET / HTTP/1.1\nA : b\r\n\r\n\u00ff";
    try (var socket = listener.connect().send(UPGRADE)) {
      socket.readUntil("\r\n\r\n", PATIENCE);
      assertThat(socket.statuses()).containsExactly(101);
      assertThat(socket.sendOneByOne(octets).readUntil("\u00ff", PATIENCE)).endsWith(octets);
    }
  }

  @Test
  void silenceIsNotTimed() {
    try (var socket = listener.connect().send(UPGRADE)) {
      socket.readFor(WAIT.multipliedBy(4));
      assertThat(socket.isClosed()).isFalse();
      assertThat(socket.send("x").readUntil("x", PATIENCE)).endsWith("\r\n\r\nx");
    }
  }

  /** What is sent before the 101 has two meanings. */
  @Test
  void whoSpeaksTooEarlyIsNotUpgraded() {
    try (var socket = listener.connect().send(UPGRADE + "GET /admin HTTP/1.1\r\n\r\n")) {
      socket.readFor(PATIENCE);
      assertThat(socket.statuses()).doesNotContain(101);
      assertThat(socket.isClosed()).isTrue();
    }
  }
}
