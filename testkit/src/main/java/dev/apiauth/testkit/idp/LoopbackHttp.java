package dev.apiauth.testkit.idp;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.apiauth.testkit.tls.IssuedCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * A place on loopback where servers of the JDK can be started, one after the other.
 *
 * @param address where they listen
 * @param certificate of a server in TLS; empty for plain HTTP
 */
public record LoopbackHttp(InetSocketAddress address, Optional<IssuedCertificate> certificate) {

  private static final int BACKLOG = 1024;

  static LoopbackHttp onFreePort(Optional<IssuedCertificate> certificate) {
    return new LoopbackHttp(LoopbackAddress.withFreePort(), certificate);
  }

  int port() {
    return address.getPort();
  }

  /** Plain HTTP is named by address, TLS by {@code localhost}, which a certificate can carry. */
  String origin() {
    return certificate.isPresent() ? "https://localhost:" + port() : "http://127.0.0.1:" + port();
  }

  /** Listens, with a virtual thread per request. */
  public HttpServer start(HttpHandler handler) {
    try {
      var server = certificate.isPresent() ? secured(certificate.get()) : plain();
      server.createContext("/", handler);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on " + address, e);
    }
  }

  private HttpServer plain() throws IOException {
    return HttpServer.create(address, BACKLOG);
  }

  private HttpServer secured(IssuedCertificate issued) throws IOException {
    var server = HttpsServer.create(address, BACKLOG);
    server.setHttpsConfigurator(new HttpsConfigurator(issued.context()));
    return server;
  }
}
