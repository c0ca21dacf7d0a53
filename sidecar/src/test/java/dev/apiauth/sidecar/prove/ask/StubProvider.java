package dev.apiauth.sidecar.prove.ask;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A provider on loopback that answers as it is told and takes down what it was asked. */
final class StubProvider implements AutoCloseable {

  /** A question as it came. */
  record Question(String method, String uri, Map<String, List<String>> headers, String body) {

    String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }

    String path() {
      return uri.split("\\?", 2)[0];
    }

    /** A field of the form, encoded; empty if it is not there. */
    String form(String name) {
      return Arrays.stream(body.split("&"))
          .filter(field -> field.startsWith(name + "="))
          .map(field -> field.substring(name.length() + 1))
          .findFirst()
          .orElse("");
    }
  }

  /** What is answered. */
  record Reply(int status, Map<String, String> headers, String body, long padding, Duration delay) {

    static Reply json(String text) {
      return new Reply(
          200,
          Map.of("Content-Type", "application/json"),
          text.replace('\'', '"'),
          0,
          Duration.ZERO);
    }

    static Reply status(int status) {
      return new Reply(status, Map.of("Content-Type", "application/json"), "{}", 0, Duration.ZERO);
    }

    Reply with(String header, String value) {
      var more = new ConcurrentHashMap<>(headers);
      more.put(header, value);
      return new Reply(status, more, body, padding, delay);
    }

    Reply as(int other) {
      return new Reply(other, headers, body, padding, delay);
    }

    Reply padded(long bytes) {
      return new Reply(status, headers, body, bytes, delay);
    }

    Reply after(Duration time) {
      return new Reply(status, headers, body, padding, time);
    }
  }

  private final List<Question> questions = new CopyOnWriteArrayList<>();
  private final Map<String, Function<Question, Reply>> answers = new ConcurrentHashMap<>();
  private final InetSocketAddress address;
  private HttpServer server;

  StubProvider() {
    server = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    address = server.getAddress();
  }

  private HttpServer listen(InetSocketAddress at) {
    try {
      var http = HttpServer.create(at, 1_024);
      http.createContext("/", this::handle);
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.start();
      return http;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String origin() {
    return "http://127.0.0.1:" + address.getPort();
  }

  String url(String path) {
    return origin() + path;
  }

  /** Answers so at a path from now on. */
  StubProvider at(String path, Function<Question, Reply> answer) {
    answers.put(path, answer);
    return this;
  }

  StubProvider at(String path, Reply reply) {
    return at(path, question -> reply);
  }

  List<Question> questions() {
    return List.copyOf(questions);
  }

  long questionsTo(String path) {
    return questions.stream().filter(question -> question.path().equals(path)).count();
  }

  void forgetQuestions() {
    questions.clear();
  }

  Question last() {
    return questions.getLast();
  }

  void goDown() {
    server.stop(0);
  }

  void comeUp() {
    server = listen(address);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var question =
          new Question(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              body);
      questions.add(question);
      send(
          exchange,
          answers.getOrDefault(question.path(), any -> Reply.status(404)).apply(question));
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    sleep(reply.delay());
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), body.length + reply.padding());
    OutputStream out = exchange.getResponseBody();
    out.write(body);
    byte[] block = new byte[64 * 1024];
    Arrays.fill(block, (byte) ' ');
    for (long left = reply.padding(); left > 0; left -= block.length) {
      out.write(block, 0, (int) Math.min(left, block.length));
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    goDown();
  }
}
