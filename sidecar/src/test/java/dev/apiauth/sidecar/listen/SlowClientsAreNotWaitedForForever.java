package dev.apiauth.sidecar.listen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Reason;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** F11 and F12, with waits of a tenth of what they are in production, or less. */
class SlowClientsAreNotWaitedForForever {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration WAIT = Duration.ofMillis(400);
  private static final Duration LESS = Duration.ofMillis(150);
  private static StartedListener listener;

  @BeforeAll
  static void start() {
    listener =
        StartedListener.with(
            Limits.withWaits(WAIT),
            request -> {
              if (request.path().equals("/big")) {
                request.response().end(Buffer.buffer(new byte[32 * 1024 * 1024]));
              } else {
                StartedListener.echo().handle(request);
              }
            });
  }

  @AfterAll
  static void stop() {
    listener.close();
  }

  @Test
  void aHeadThatDripsIs408() throws InterruptedException {
    try (var socket = listener.connect()) {
      drip(socket, "GET / HTTP");
      socket.readFor(PATIENCE);
      assertThat(socket.statuses()).containsExactly(408);
      assertThat(socket.isClosed()).isTrue();
      assertThat(listener.refusals()).contains(Reason.REQUEST_TOO_SLOW);
    }
  }

  @Test
  void aSecondHeadThatDripsIs408() throws InterruptedException {
    try (var socket = listener.connect().send("GET / HTTP/1.1\r\n\r\n")) {
      socket.readUntil("GET / 0\n", PATIENCE);
      drip(socket, "GET / HTTP");
      socket.readFor(PATIENCE);
      assertThat(socket.statuses()).containsExactly(200, 408);
    }
  }

  @Test
  void aBodyThatStopsIs408() {
    try (var socket = listener.connect().send("PUT / HTTP/1.1\r\nContent-Length: 9\r\n\r\nab")) {
      socket.readFor(PATIENCE);
      assertThat(socket.statuses()).containsExactly(408);
      assertThat(socket.isClosed()).isTrue();
    }
  }

  @Test
  void aBodyThatMovesMayTakeItsTime() throws InterruptedException {
    try (var socket = listener.connect().send("PUT / HTTP/1.1\r\nContent-Length: 8\r\n\r\n")) {
      for (int i = 0; i < 8; i++) {
        Thread.sleep(LESS);
        socket.send("x");
      }
      assertThat(socket.readUntil("PUT / 8\n", PATIENCE)).endsWith("PUT / 8\n");
    }
  }

  @Test
  void aConnectionThatSaysNothingIsClosedWithoutAWord() {
    try (var socket = listener.connect()) {
      assertThat(socket.readFor(PATIENCE)).isEmpty();
      assertThat(socket.isClosed()).isTrue();
    }
  }

  @Test
  void anIdleConnectionIsClosedWithoutAWord() {
    try (var socket = listener.connect().send("GET / HTTP/1.1\r\n\r\n")) {
      socket.readFor(PATIENCE);
      assertThat(socket.statuses()).containsExactly(200);
      assertThat(socket.isClosed()).isTrue();
    }
  }

  @Test
  void aClientThatReadsNothingIsLeft() throws InterruptedException {
    try (var socket = listener.connect()) {
      listener.awaitConnections(1, PATIENCE);
      socket.send("GET /big HTTP/1.1\r\n\r\n");
      listener.awaitConnections(0, PATIENCE);
      assertThat(listener.listener().connections()).isZero();
    }
  }

  @Test
  void slowConnectionsDoNotSlowOthers() {
    List<RawSocket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 500; i++) {
        slow.add(listener.connect().send("GET / HTTP/1.1\r\nA: "));
      }
      try (var socket = listener.connect().send("GET / HTTP/1.1\r\n\r\n")) {
        assertThat(socket.readUntil("GET / 0\n", Duration.ofSeconds(1))).endsWith("GET / 0\n");
      }
    } finally {
      slow.forEach(RawSocket::close);
    }
  }

  private static void drip(RawSocket socket, String octets) throws InterruptedException {
    for (int i = 0; i < octets.length(); i++) {
      socket.send(octets.substring(i, i + 1));
      Thread.sleep(20);
    }
  }
}
