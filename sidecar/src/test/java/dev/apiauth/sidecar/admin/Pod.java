package dev.apiauth.sidecar.admin;

import dev.apiauth.policy.document.Acknowledgement;
import dev.apiauth.policy.document.UsageReport;
import dev.apiauth.sidecar.reload.ReloadTimes;
import dev.apiauth.testkit.tls.CertificateOrder;
import dev.apiauth.testkit.tls.CertificateOrder.Purpose;
import dev.apiauth.testkit.tls.IssuedCertificate;
import dev.apiauth.testkit.tls.TestCertificateAuthority;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A sidecar's operator channel, and the people who knock at it. */
final class Pod implements AutoCloseable {

  static final Acknowledgement ENFORCED =
      new Acknowledgement(
          "9f2c1a", "atlassian", "jira", 12, null, "2026-11-24T12:00:00Z", List.of(), null);

  static final UsageReport SEEN =
      new UsageReport(
          "9f2c1a", "atlassian", "jira", "2026-11-24T12:00:00Z", List.of(), List.of(), 7);

  private static final ReloadTimes IMPATIENT =
      new ReloadTimes(
          Duration.ofMillis(10),
          Duration.ofMillis(100),
          Duration.ofMillis(10),
          Duration.ofMillis(50));

  private final Vertx vertx = Vertx.vertx();
  private final OperatorChannel channel;

  Pod(Path certificates) {
    this.channel =
        new OperatorChannel(
            vertx,
            "127.0.0.1",
            0,
            certificates,
            new ChannelAnswers(() -> ENFORCED, () -> SEEN),
            IMPATIENT);
    channel.start();
  }

  static IssuedCertificate serverOf(TestCertificateAuthority authority) {
    return authority.server("127.0.0.1", "jira.atlassian.sidecar");
  }

  /** A client certificate with these alternative names. */
  static IssuedCertificate client(TestCertificateAuthority authority, String... names) {
    return authority.issue(order(Purpose.CLIENT_AUTHENTICATION, names));
  }

  static CertificateOrder order(Purpose purpose, String... names) {
    return new CertificateOrder(
        "whoever", List.of(names), purpose, Duration.ofHours(-1), Duration.ofHours(1));
  }

  static SSLContext operatorOf(TestCertificateAuthority authority) {
    return client(authority, OperatorTrust.OPERATOR).context();
  }

  /** Presents one authority's certificate, and trusts another as the server's. */
  static SSLContext context(IssuedCertificate presented, TestCertificateAuthority trusted) {
    try {
      var keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(presented.keyStore(), IssuedCertificate.STORE_PASSWORD.toCharArray());
      var trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted.trustStore());
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  boolean isOn() {
    return channel.port().isPresent();
  }

  int port() {
    return channel.port().orElseThrow();
  }

  HttpResponse<String> answer(SSLContext client) throws IOException, InterruptedException {
    return answer(client, "GET", "/v1/acknowledgement");
  }

  HttpResponse<String> answer(SSLContext client, String method, String path)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newBuilder().sslContext(client).build()) {
      var request =
          HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port() + path))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .timeout(Duration.ofSeconds(10))
              .build();
      return http.send(request, BodyHandlers.ofString());
    }
  }

  /** Whether that client is let in. */
  boolean answers(SSLContext client) {
    try {
      return answer(client).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until that is true, for ten seconds at most. */
  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) throw new AssertionError("did not come true in ten seconds");
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  @Override
  public void close() {
    channel.close();
    vertx.close().await();
  }
}
