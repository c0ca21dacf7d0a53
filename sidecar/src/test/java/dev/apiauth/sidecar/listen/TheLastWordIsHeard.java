package dev.apiauth.sidecar.listen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Reason;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens when a message goes wrong, or is answered, before it is over. */
class TheLastWordIsHeard {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String CHUNKED = "PUT %s HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final BlockingQueue<Throwable> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> handled = new LinkedBlockingQueue<>();
  private final StartedListener listener =
      StartedListener.with(Limits.withWaits(Duration.ofSeconds(1)), this::handle);

  @AfterEach
  void stop() {
    listener.close();
  }

  private void handle(HttpServerRequest request) {
    request.exceptionHandler(heard::add);
    handled.add(request.path());
    switch (request.path()) {
      case "/wait" -> request.resume();
      case "/stream" -> {
        request.response().setChunked(true).write("begun");
        request.resume();
      }
      case "/refuse" ->
          request.response().setStatusCode(401).putHeader("Connection", "close").end("no token");
      case "/later" -> {
        request.resume();
        listener
            .vertx()
            .timer(200, TimeUnit.MILLISECONDS)
            .onSuccess(late -> request.response().end("late\n"));
      }
      case "/defect" -> throw new IllegalStateException("a defect");
      default -> StartedListener.echo().handle(request);
    }
  }

  @Test
  void aBodyThatBreaksIsRefusedAndItsHandlerIsTold() throws InterruptedException {
    try (var socket = listener.connect().send(CHUNKED.formatted("/wait") + "3\r\nabc\r\n")) {
      assertThat(handled.poll(5, TimeUnit.SECONDS)).isEqualTo("/wait");
      socket.send("x\r\n").readFor(PATIENCE);
      assertThat(socket.statuses()).containsExactly(400);
      assertThat(heard.poll(5, TimeUnit.SECONDS)).isInstanceOf(RefusedMessageException.class);
      assertThat(listener.refusals()).containsExactly(Reason.MALFORMED_MESSAGE);
    }
  }

  @Test
  void aBodyThatBreaksAtOnceIsNotEvenHandled() {
    try (var socket = listener.connect().send(CHUNKED.formatted("/wait") + "x\r\n")) {
      socket.readFor(PATIENCE);
      assertThat(socket.statuses()).containsExactly(400);
      assertThat(handled).isEmpty();
    }
  }

  @Test
  void anAnswerThatHasBegunIsCutShortInsteadOfMixed() throws InterruptedException {
    try (var socket = listener.connect().send(CHUNKED.formatted("/stream") + "3\r\nabc\r\n")) {
      socket.readUntil("begun", PATIENCE);
      socket.send("x\r\n").readFor(PATIENCE);
      assertThat(socket.statuses()).containsExactly(200);
      assertThat(socket.text()).endsWith("begun\r\n");
      assertThat(socket.isClosed()).isTrue();
      assertThat(heard.poll(5, TimeUnit.SECONDS)).isInstanceOf(RefusedMessageException.class);
    }
  }

  @Test
  void aRefusalWaitsForAnswersThatAreDueBefore() {
    try (var socket = listener.connect().send("GET /later HTTP/1.1\r\n\r\nGET / HTTP/1.1\n")) {
      socket.readFor(PATIENCE);
      assertThat(socket.statuses()).containsExactly(200, 400);
    }
  }

  @Test
  void anAnswerThatClosesIsTheLastOne() {
    String garbage = "GET / HTTP/1.1\n";
    try (var socket = listener.connect().send("GET /refuse HTTP/1.1\r\n\r\n" + garbage)) {
      socket.readFor(PATIENCE);
      assertThat(socket.statuses()).containsExactly(401);
      assertThat(socket.isClosed()).isTrue();
    }
  }

  /** A reset would take the answer away from a client that is still sending. */
  @Test
  void anEarlyRefusalArrivesWhileTheBodyIsSent() {
    byte[] part = new byte[256 * 1024];
    try (var socket =
        listener.connect().send("PUT /refuse HTTP/1.1\r\nContent-Length: 1073741824\r\n\r\n")) {
      for (int i = 0; i < 40 && !socket.isClosed(); i++) {
        socket.send(part);
      }
      socket.readFor(PATIENCE);
      assertThat(socket.text()).contains("HTTP/1.1 401 ").endsWith("no token");
      assertThat(socket.isClosed()).isTrue();
    }
  }

  @Test
  void aHandlerThatThrowsIs500() {
    try (var socket =
        listener.connect().send("GET /defect HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n")) {
      socket.readFor(PATIENCE);
      assertThat(socket.statuses()).containsExactly(500);
      assertThat(socket.text()).contains("\"code\":\"internal\"").doesNotContain("a defect");
      assertThat(listener.failures()).singleElement().isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void http10IsAnsweredAndClosed() {
    try (var socket = listener.connect().send("GET / HTTP/1.0\r\n\r\nGET / HTTP/1.0\r\n\r\n")) {
      socket.readFor(PATIENCE);
      assertThat(socket.statuses()).containsExactly(200);
      assertThat(socket.isClosed()).isTrue();
    }
  }
}
