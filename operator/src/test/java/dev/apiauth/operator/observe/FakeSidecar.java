package dev.apiauth.operator.observe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.apiauth.testkit.tls.IssuedCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** The operator channel of a sidecar, with whatever certificate and whatever answer. */
final class FakeSidecar implements AutoCloseable {

  static final String HASH = "9f2c1a" + "0".repeat(58);
  static final String ENFORCING =
      """
      {"policyHash":"%s","namespace":"atlassian","name":"jira","generation":12,"mode":"Enforce",
       "loadedAt":"2026-11-24T12:00:00Z","providers":[
         {"name":"entra","state":"Ready","keys":4,"lastSuccess":"2026-11-24T12:00:00Z"}]}
      """
          .formatted(HASH);

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger questions = new AtomicInteger();

  /** What it does with a question. */
  interface Behaviour {
    void answer(HttpExchange question) throws IOException;
  }

  private FakeSidecar(InetSocketAddress address, IssuedCertificate shown, Behaviour behaviour) {
    try {
      server = HttpsServer.create(address, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setHttpsConfigurator(demandingCertificates(shown.context()));
    server.createContext(
        "/v1/acknowledgement",
        question -> {
          questions.incrementAndGet();
          behaviour.answer(question);
        });
    server.setExecutor(threads);
    server.start();
  }

  static FakeSidecar answering(IssuedCertificate shown, Behaviour behaviour) {
    return new FakeSidecar(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), shown, behaviour);
  }

  static FakeSidecar at(InetSocketAddress address, IssuedCertificate shown, String body) {
    return new FakeSidecar(address, shown, with(200, body));
  }

  static Behaviour with(int status, String body) {
    return question -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      question.sendResponseHeaders(status, bytes.length);
      question.getResponseBody().write(bytes);
      question.close();
    };
  }

  private static HttpsConfigurator demandingCertificates(SSLContext tls) {
    return new HttpsConfigurator(tls) {
      @Override
      public void configure(HttpsParameters parameters) {
        SSLParameters strict = tls.getDefaultSSLParameters();
        strict.setNeedClientAuth(true);
        strict.setProtocols(new String[] {"TLSv1.3"});
        parameters.setSSLParameters(strict);
      }
    };
  }

  int port() {
    return server.getAddress().getPort();
  }

  int questions() {
    return questions.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
