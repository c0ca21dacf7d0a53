package dev.apiauth.operator.admission;

import static dev.apiauth.testkit.tls.IssuedCertificate.STORE_PASSWORD;

import dev.apiauth.testkit.tls.TestCertificateAuthority;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/** A webhook on a port of its own, and a client that trusts it. */
final class Webhook implements AutoCloseable {

  final MeterRegistry registry = new SimpleMeterRegistry();
  final TestCertificateAuthority authority = TestCertificateAuthority.named("webhook CA");
  private final AdmissionServer server;
  private final HttpClient client =
      HttpClient.newBuilder().sslContext(authority.trustingContext()).build();

  Webhook(PodAdmission admission) {
    HttpServerLimits.set();
    var meters = new AdmissionMeters(registry);
    var gate = new ReviewGate(new Reviewer(admission, meters), 4);
    server = new AdmissionServer(keys(authority), new InjectHandler(gate, meters));
    start();
  }

  private void start() {
    try {
      server.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509ExtendedKeyManager keys(TestCertificateAuthority authority) {
    try {
      var factory = KeyManagerFactory.getInstance("PKIX");
      factory.init(authority.server("127.0.0.1").keyStore(), STORE_PASSWORD.toCharArray());
      return (X509ExtendedKeyManager) factory.getKeyManagers()[0];
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return server.port().orElseThrow();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port() + path))
        .header("Content-Type", "application/json");
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> post(String review) {
    return send(request("/inject?timeout=5s").POST(BodyPublishers.ofString(review)).build());
  }

  double count(String outcome) {
    return registry.get("apiauth.admission.reviews").tag("outcome", outcome).counter().count();
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }
}
