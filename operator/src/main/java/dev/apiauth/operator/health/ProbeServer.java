package dev.apiauth.operator.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Serves {@code /livez}, {@code /readyz} and {@code /metrics} in plain HTTP. No answer holds a
 * secret or a user's name.
 *
 * <p>A probe answers 200 {@code ok}, or 503 with a line for each complaint.
 */
public final class ProbeServer implements AutoCloseable {

  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  private ProbeServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Serves at an address, from now on.
   *
   * @throws IOException if the address is taken
   */
  public static ProbeServer start(
      InetSocketAddress address,
      List<Check> liveness,
      List<Check> readiness,
      PrometheusMeterRegistry metrics)
      throws IOException {
    var made = new ProbeServer(HttpServer.create(address, 0));
    made.server.createContext("/livez", exchange -> answer(exchange, "/livez", liveness));
    made.server.createContext("/readyz", exchange -> answer(exchange, "/readyz", readiness));
    made.server.createContext(
        "/metrics", exchange -> send(exchange, 200, PROMETHEUS, metrics.scrape()));
    made.server.setExecutor(made.workers);
    made.server.start();
    return made;
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, String path, List<Check> checks)
      throws IOException {
    if (!exchange.getRequestURI().getPath().equals(path)) {
      send(exchange, 404, TEXT, "not found\n");
      return;
    }
    String complaints =
        checks.stream()
            .map(Check::complaint)
            .flatMap(Optional::stream)
            .map(complaint -> complaint + "\n")
            .collect(Collectors.joining());
    if (complaints.isEmpty()) send(exchange, 200, TEXT, "ok\n");
    else send(exchange, 503, TEXT, complaints);
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    workers.close();
  }
}
