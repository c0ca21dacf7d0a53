package dev.apiauth.testkit.idp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Answers for a {@link StubIssuer}: counts, then behaves as the path was told to. */
final class StubHandler implements HttpHandler {

  private final Map<String, Supplier<String>> documents;
  private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
  private final Map<String, StubBehaviour> behaviours = new ConcurrentHashMap<>();
  private final BehavedSender sender = new BehavedSender();

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
    return sender.bytesSent();
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
        var behaviour = behaviours.getOrDefault(path, new StubBehaviour.Healthy());
        sender.send(exchange, behaviour, () -> HttpReply.document(document.get()));
      }
    }
  }
}
