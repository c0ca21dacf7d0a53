package dev.apiauth.cli.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.apiauth.cli.input.UnusableInputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Waits on loopback for the browser to come back from the provider (RFC 8252, section 7.3). */
final class Callback implements AutoCloseable {

  private static final String PATH = "/callback";
  private static final String THANKS =
      "This window can be closed. apiauth goes on in the terminal.\n";

  private final HttpServer server;
  private final CompletableFuture<Map<String, String>> parameters = new CompletableFuture<>();

  private Callback(HttpServer server) {
    this.server = server;
    server.createContext(PATH, this::take);
    server.start();
  }

  /**
   * Listens.
   *
   * @param port 0 for any that is free
   * @throws UnusableInputException if the port is taken
   */
  static Callback listen(int port) {
    var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    try {
      return new Callback(HttpServer.create(address, 0));
    } catch (IOException e) {
      throw new UnusableInputException("--port %d: it is taken".formatted(port));
    }
  }

  /** What has to be registered at the provider. */
  String uri() {
    return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), PATH);
  }

  /** The parameters that the browser brought; empty if it did not come in time. */
  Optional<Map<String, String>> await(Duration patience) {
    try {
      return Optional.of(parameters.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] thanks = THANKS.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=utf-8");
      exchange.sendResponseHeaders(200, thanks.length);
      exchange.getResponseBody().write(thanks);
    }
    parameters.complete(read(exchange.getRequestURI().getRawQuery()));
  }

  private static Map<String, String> read(String query) {
    if (query == null) return Map.of();
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1]), (one, two) -> one));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
