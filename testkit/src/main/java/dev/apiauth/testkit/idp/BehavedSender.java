package dev.apiauth.testkit.idp;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Sends what a provider answers, as well or as badly as it was told to, and counts the bytes. */
public final class BehavedSender {

  private static final int BLOCK = 64 * 1024;
  private static final byte[] HUGE_START = "{\"keys\":[".getBytes(StandardCharsets.US_ASCII);

  private final AtomicLong bytesSent = new AtomicLong();

  /** How many bytes of content were handed to the network so far. */
  public long bytesSent() {
    return bytesSent.get();
  }

  /**
   * Sends one answer; the exchange is left open.
   *
   * @param healthy is asked only where the behaviour needs it
   * @throws IOException if the client went away
   */
  public void send(HttpExchange exchange, StubBehaviour behaviour, Supplier<HttpReply> healthy)
      throws IOException {
    switch (behaviour) {
      case StubBehaviour.Healthy _ -> send(exchange, healthy.get());
      case StubBehaviour.Slow(var time) -> {
        pause(time);
        send(exchange, healthy.get());
      }
      case StubBehaviour.Dripping(var pause) -> drip(exchange, healthy.get(), pause);
      case StubBehaviour.Failing(var status) -> exchange.sendResponseHeaders(status, -1);
      case StubBehaviour.Garbage _ -> send(exchange, HttpReply.document("<html>this is no JSON"));
      case StubBehaviour.Huge(var bytes) -> sendHuge(exchange, bytes);
      case StubBehaviour.Redirecting(var target) -> {
        exchange.getResponseHeaders().set("Location", target.toString());
        exchange.sendResponseHeaders(302, -1);
      }
    }
  }

  private void send(HttpExchange exchange, HttpReply reply) throws IOException {
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0) {
      begin(exchange, reply, -1);
    } else {
      write(begin(exchange, reply, bytes.length), bytes);
    }
  }

  private void drip(HttpExchange exchange, HttpReply reply, Duration pause) throws IOException {
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    var out = begin(exchange, reply, bytes.length);
    for (byte one : bytes) {
      write(out, new byte[] {one});
      out.flush();
      pause(pause);
    }
  }

  private void sendHuge(HttpExchange exchange, long bytes) throws IOException {
    var out = begin(exchange, HttpReply.document(""), bytes);
    byte[] block = new byte[BLOCK];
    Arrays.fill(block, (byte) ' ');
    write(out, HUGE_START);
    for (long left = bytes - HUGE_START.length; left > 0; left -= BLOCK) {
      write(out, Arrays.copyOf(block, (int) Math.min(BLOCK, left)));
    }
  }

  private static OutputStream begin(HttpExchange exchange, HttpReply reply, long length)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(reply.status(), length);
    return exchange.getResponseBody();
  }

  private void write(OutputStream out, byte[] bytes) throws IOException {
    out.write(bytes);
    bytesSent.addAndGet(bytes.length);
  }

  private static void pause(Duration time) throws IOException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while waiting", e);
    }
  }
}
