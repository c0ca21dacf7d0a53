package dev.apiauth.operator.admission;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.apiauth.operator.admission.ReviewAnswer.Answered;
import dev.apiauth.operator.admission.ReviewAnswer.Malformed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The manners of HTTP around a review: method, path, content type, size. What is not a review gets
 * a sentence and loses its connection.
 */
public final class InjectHandler implements HttpHandler {

  /** The API server takes 3 MiB of an object; the review around it is small. */
  static final int MOST_BYTES = 4 * 1024 * 1024;

  private static final String JSON = "application/json";

  private final ReviewGate gate;
  private final AdmissionMeters meters;

  /**
   * A handler that lets reviews through the gate.
   *
   * @param meters where requests are counted that are no reviews
   */
  public InjectHandler(ReviewGate gate, AdmissionMeters meters) {
    this.gate = gate;
    this.meters = meters;
  }

  private record Refusal(int status, String sentence) {}

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var refusal = refusal(exchange);
      if (refusal.isPresent()) refuse(exchange, refusal.get());
      else review(exchange);
    }
  }

  private static Optional<Refusal> refusal(HttpExchange exchange) {
    if (!exchange.getRequestURI().getPath().equals(AdmissionServer.PATH)) {
      return Optional.of(new Refusal(404, "There is nothing here."));
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      return Optional.of(new Refusal(405, "Reviews are posted."));
    }
    if (!isJson(exchange.getRequestHeaders().getFirst("Content-Type"))) {
      return Optional.of(new Refusal(415, "Reviews are JSON."));
    }
    return Optional.empty();
  }

  private void review(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      refuse(exchange, new Refusal(413, "A review has at most " + MOST_BYTES + " bytes."));
      return;
    }
    switch (gate.review(body)) {
      case Answered(var review) -> send(exchange, 200, JSON, review);
      case Malformed(var why) -> refuse(exchange, new Refusal(400, why));
      case ReviewAnswer.Busy() -> refuse(exchange, new Refusal(503, "Too many reviews at once."));
    }
  }

  private void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
    meters.countNoReview();
    exchange.getResponseHeaders().set("Connection", "close");
    var sentence = (refusal.sentence() + "\n").getBytes(StandardCharsets.UTF_8);
    send(exchange, refusal.status(), "text/plain; charset=utf-8", sentence);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) return false;
    int parameters = contentType.indexOf(';');
    var type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT).equals(JSON);
  }
}
