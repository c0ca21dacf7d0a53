package dev.apiauth.testkit.idp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Answers for a {@link StubIssuer}: counts, then behaves as the path was told to. */
final class StubHandler implements HttpHandler {

  private static final int BLOCK = 64 * 1024;

  private final Map<String, Supplier<String>> documents;
  private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
  private final Map<String, StubBehaviour> behaviours = new ConcurrentHashMap<>();
  private final AtomicLong bytesSent = new AtomicLong();

  StubHandler(Map<String, Supplier<String>> documents) {
    this.documents = Map.copyOf(documents);
    behaveEverywhere(new StubBehaviour.Healthy());
  }

  void behaveEverywhere(StubBehaviour behaviour) {
    documents.keySet().forEach(path -> behaviours.put(path, behaviour));
  }

  void behave(String path, StubBehaviour behaviour) {
    behaviours.put(path, behaviour);
  }

  long requestsTo(String path) {
    return requests.getOrDefault(path, new LongAdder()).sum();
  }

  long bytesSent() {
    return bytesSent.get();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      requests.computeIfAbsent(path, _ -> new LongAdder()).increment();
      var document = documents.get(path);
      if (document == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        answer(exchange, document, behaviours.getOrDefault(path, new StubBehaviour.Healthy()));
      }
    }
  }

  private void answer(HttpExchange exchange, Supplier<String> document, StubBehaviour behaviour)
      throws IOException {
    switch (behaviour) {
      case StubBehaviour.Healthy _ -> send(exchange, document.get());
      case StubBehaviour.Slow(var time) -> {
        pause(time);
        send(exchange, document.get());
      }
      case StubBehaviour.Dripping(var pause) -> drip(exchange, document.get(), pause);
      case StubBehaviour.Failing(var status) -> exchange.sendResponseHeaders(status, -1);
      case StubBehaviour.Garbage _ -> send(exchange, "<html>this is no JSON");
      case StubBehaviour.Huge(var bytes) -> sendHuge(exchange, bytes);
      case StubBehaviour.Redirecting(var target) -> {
        exchange.getResponseHeaders().set("Location", target.toString());
        exchange.sendResponseHeaders(302, -1);
      }
    }
  }

  private void send(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(begin(exchange, bytes.length), bytes);
  }

  private void drip(HttpExchange exchange, String text, Duration pause) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var out = begin(exchange, bytes.length);
    for (byte one : bytes) {
      write(out, new byte[] {one});
      out.flush();
      pause(pause);
    }
  }

  private void sendHuge(HttpExchange exchange, long bytes) throws IOException {
    var out = begin(exchange, bytes);
    byte[] block = new byte[BLOCK];
    Arrays.fill(block, (byte) ' ');
    write(out, "{\"keys\":[".getBytes(StandardCharsets.US_ASCII));
    for (long left = bytes - 9; left > 0; left -= BLOCK) {
      write(out, Arrays.copyOf(block, (int) Math.min(BLOCK, left)));
    }
  }

  private static OutputStream begin(HttpExchange exchange, long length) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, length);
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
