package dev.apiauth.testkit.kube.pod;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the pods of these tests run: {@code PodProgram NAME PORT [FILE]}. It says on standard output
 * when it starts and when it is asked to end, and does over HTTP what a test wants of it.
 */
public final class PodProgram {

  private final String name;
  private final List<String> arguments;
  private final AtomicBoolean ready = new AtomicBoolean(true);

  private PodProgram(List<String> arguments) {
    this.name = arguments.getFirst();
    this.arguments = arguments;
  }

  public static void main(String[] arguments) throws IOException {
    var program = new PodProgram(List.of(arguments));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> program.say("ends")));
    program.say("starts");
    if (arguments.length > 1) program.serve(Integer.parseInt(arguments[1]));
  }

  private void serve(int port) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var body = body(path).getBytes(UTF_8);
      exchange.sendResponseHeaders(path.equals("/ready") && !ready.get() ? 503 : 200, 0);
      exchange.getResponseBody().write(body);
    }
  }

  private String body(String path) throws IOException {
    return switch (path) {
      case "/file" -> Files.readString(Path.of(arguments.get(2)));
      case "/unready" -> Boolean.toString(ready.getAndSet(false));
      case "/ready-again" -> Boolean.toString(ready.getAndSet(true));
      case "/crash" -> crash();
      default -> name;
    };
  }

  private static String crash() {
    Runtime.getRuntime().halt(3);
    return "";
  }

  private void say(String what) {
    System.out.println(Instant.now() + " " + name + " " + what);
  }
}
