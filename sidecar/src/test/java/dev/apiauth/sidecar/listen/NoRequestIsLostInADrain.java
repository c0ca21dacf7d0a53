package dev.apiauth.sidecar.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** F28. */
class NoRequestIsLostInADrain {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration ACCEPT = Duration.ofMillis(500);
  private static final Duration FINISH = Duration.ofSeconds(2);
  private static final String GET = "GET / HTTP/1.1\r\n\r\n";

  private final StartedListener listener = StartedListener.with(this::handle);

  @AfterEach
  void stop() {
    listener.close();
  }

  private void handle(HttpServerRequest request) {
    switch (request.path()) {
      case "/slow" -> {
        request.resume();
        listener
            .vertx()
            .timer(ACCEPT.toMillis() * 2, TimeUnit.MILLISECONDS)
            .onSuccess(late -> request.response().end("slow\n"));
      }
      case "/never" -> request.resume();
      default -> StartedListener.echo().handle(request);
    }
  }

  @Test
  void connectionsAreStillAcceptedAndEveryAnswerIsTheLast() {
    try (var kept = listener.connect().send(GET)) {
      kept.readUntil("GET / 0\n", PATIENCE);
      Future<Void> drained = listener.listener().drain(ACCEPT, FINISH);

      assertLastAnswer(kept);
      try (var fresh = listener.connect()) {
        assertLastAnswer(fresh);
      }
      StartedListener.await(drained);
    }
  }

  private static void assertLastAnswer(RawSocket socket) {
    String answer = socket.send(GET).readFor(PATIENCE);
    assertThat(answer).containsIgnoringCase("connection: close").endsWith("GET / 0\n");
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void afterwardsNoneIsAcceptedAndIdleOnesAreClosed() {
    try (var idle = listener.connect().send(GET)) {
      idle.readUntil("GET / 0\n", PATIENCE);

      StartedListener.await(listener.listener().drain(ACCEPT, FINISH));

      idle.readFor(PATIENCE);
      assertThat(idle.isClosed()).isTrue();
      assertThatThrownBy(listener::connect).isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void requestsInFlightEnd() {
    try (var socket = listener.connect().send("GET /slow HTTP/1.1\r\n\r\n")) {
      StartedListener.await(listener.listener().drain(ACCEPT, FINISH));

      assertThat(socket.readFor(PATIENCE))
          .containsIgnoringCase("connection: close")
          .endsWith("slow\n");
      assertThat(socket.isClosed()).isTrue();
    }
  }

  @Test
  void whatDoesNotEndInTimeIsClosed() throws InterruptedException {
    try (var socket = listener.connect().send("GET /never HTTP/1.1\r\n\r\n")) {
      listener.awaitConnections(1, PATIENCE);
      long began = System.nanoTime();

      StartedListener.await(listener.listener().drain(ACCEPT, FINISH));

      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .isBetween(ACCEPT, ACCEPT.plus(FINISH).plusSeconds(2));
      socket.readFor(PATIENCE);
      assertThat(socket.isClosed()).isTrue();
    }
  }
}
