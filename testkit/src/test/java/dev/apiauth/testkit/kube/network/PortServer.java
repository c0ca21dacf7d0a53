package dev.apiauth.testkit.kube.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** A process that answers every request on the ports that it is given with its first argument. */
public final class PortServer {

  private PortServer() {}

  public static void main(String[] arguments) throws IOException {
    for (int i = 1; i < arguments.length; i++) {
      var server = HttpServer.create(new InetSocketAddress(Integer.parseInt(arguments[i])), 0);
      server.createContext("/", exchange -> answer(exchange, arguments[0]));
      server.start();
    }
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(text.getBytes(UTF_8));
    }
  }
}
