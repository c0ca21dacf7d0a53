package dev.apiauth.sidecar.listen;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** F12: what the product does not take yet stays with the client. */
class BodiesComeInAsTheyAreTaken {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int SIZE = 16 * 1024 * 1024;

  private final AtomicLong received = new AtomicLong();
  private final AtomicInteger interim = new AtomicInteger();
  private final StartedListener listener = StartedListener.with(this::handle);

  @AfterEach
  void stop() {
    listener.close();
  }

  private void handle(HttpServerRequest request) {
    switch (request.path()) {
      case "/wait" -> count(request);
      case "/pieces" -> takeInPieces(request);
      case "/ignore" -> request.response().end("ignored\n");
      case "/continue" -> {
        interim.incrementAndGet();
        request.response().writeContinue();
        StartedListener.echo().handle(request);
      }
      default -> StartedListener.echo().handle(request);
    }
  }

  /** Counts what is read from the socket from now on. */
  private void count(HttpServerRequest request) {
    ((ConnectionBase) request.connection())
        .channel()
        .pipeline()
        .addFirst(
            new ChannelInboundHandlerAdapter() {
              @Override
              public void channelRead(ChannelHandlerContext ctx, Object octets) {
                received.addAndGet(((ByteBuf) octets).readableBytes());
                ctx.fireChannelRead(octets);
              }
            });
  }

  /** Takes one piece per turn of the event loop, and answers with the sum of all. */
  private static void takeInPieces(HttpServerRequest request) {
    CRC32 sum = new CRC32();
    request
        .handler(
            piece -> {
              sum.update(piece.getBytes());
              request.pause();
              Vertx.currentContext().runOnContext(turn -> request.resume());
            })
        .endHandler(end -> request.response().end(sum.getValue() + "\n"))
        .resume();
  }

  @Test
  void nearlyNothingIsReadAheadOfAHandlerThatWaits() throws InterruptedException {
    try (var socket = listener.connect().send(head("/wait"))) {
      Thread sender = Thread.startVirtualThread(() -> socket.send(new byte[SIZE]));
      sender.join(1000);

      assertThat(received.get()).isBetween(1L, 4L * ListenerLimits.DEFAULT.chunkOctets());
    }
  }

  @Test
  void whatIsTakenInPiecesArrivesWhole() {
    byte[] body = new byte[SIZE];
    new Random(1).nextBytes(body);
    CRC32 sum = new CRC32();
    sum.update(body);

    try (var socket = listener.connect().send(head("/pieces")).send(body)) {
      String answer = sum.getValue() + "\n";
      assertThat(socket.readUntil(answer, PATIENCE)).endsWith(answer);
    }
  }

  @Test
  void theNextRequestIsReadAfterThem() {
    byte[] body = new byte[SIZE];
    try (var socket = listener.connect().send(head("/pieces")).send(body)) {
      socket.send("GET /next HTTP/1.1\r\n\r\n");
      assertThat(socket.readUntil("GET /next 0", PATIENCE)).endsWith("GET /next 0\n");
    }
  }

  @Test
  void anAnswerToARequestWhoseBodyIsNeverTakenIsTheLast() {
    try (var socket = listener.connect().send(head("/ignore")).send(new byte[1024])) {
      assertThat(socket.readFor(PATIENCE)).endsWith("ignored\n");
      assertThat(socket.isClosed()).isTrue();
    }
  }

  /** S17. */
  @Test
  void anInterimAnswerEndsNothing() {
    String put = "PUT /continue HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n";
    try (var socket = listener.connect()) {
      for (int i = 1; i <= 20; i++) {
        socket.send(put);
        awaitInterim(socket, i);
        socket.send("ab");
        awaitFinal(socket, i);
      }
      assertThat(socket.statuses()).hasSize(40);
      assertThat(interim).hasValue(20);
    }
  }

  private static void awaitInterim(RawSocket socket, int count) {
    await(socket, count * 2 - 1);
  }

  private static void awaitFinal(RawSocket socket, int count) {
    await(socket, count * 2);
  }

  private static void await(RawSocket socket, int statuses) {
    for (int i = 0; i < 500 && socket.statuses().size() < statuses; i++) {
      socket.readFor(Duration.ofMillis(5));
    }
  }

  private static String head(String path) {
    return "PUT " + path + " HTTP/1.1\r\nContent-Length: " + SIZE + "\r\n\r\n";
  }
}
