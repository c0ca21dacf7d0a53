package dev.apiauth.sidecar.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * TLS: the certificate must come from a trusted authority, be in time and be for the name in the
 * URL, though the connection goes to an address (F31).
 */
class OnlyTheNamedHostIsTrusted {

  private static final String UNTRUSTED = "its certificate is not trusted or not for its name";

  @TempDir private static Path folder = Path.of("");

  /** Good in every respect. */
  private static TestAuthority idp = new TestAuthority(folder);

  @BeforeAll
  static void make() throws Exception {
    idp = TestAuthority.make(folder, "dns:idp.example", "-1H");
  }

  private final Vertx vertx = Vertx.vertx();
  private final AtomicReference<String> serverName = new AtomicReference<>("");
  private final AtomicReference<String> hostField = new AtomicReference<>("");

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(5, TimeUnit.SECONDS);
  }

  @Test
  void theNameIsSentAndChecked() throws Exception {
    int port = serve(idp);

    assertThat(get("idp.example", port, TrustAnchors.ofJvmAnd(idp.pem())))
        .isInstanceOf(EgressAnswer.Document.class);
    assertThat(serverName).hasValue("idp.example");
    assertThat(hostField).hasValue("idp.example:" + port);
  }

  @Test
  void aCertificateForAnotherNameIsRefused() throws Exception {
    var certificate = TestAuthority.make(folder, "dns:other.example", "-1H");
    int port = serve(certificate);

    assertThat(get("idp.example", port, TrustAnchors.ofJvmAnd(certificate.pem())))
        .isEqualTo(new EgressAnswer.Failed(UNTRUSTED));
  }

  @Test
  void aCertificateForTheAddressIsNotOneForTheName() throws Exception {
    var certificate = TestAuthority.make(folder, "ip:127.0.0.1", "-1H");
    int port = serve(certificate);

    assertThat(get("idp.example", port, TrustAnchors.ofJvmAnd(certificate.pem())))
        .isEqualTo(new EgressAnswer.Failed(UNTRUSTED));
    assertThat(get("127.0.0.1", port, TrustAnchors.ofJvmAnd(certificate.pem())))
        .isInstanceOf(EgressAnswer.Document.class);
  }

  @Test
  void anUnknownAuthorityIsRefused() throws Exception {
    int port = serve(idp);

    assertThat(get("idp.example", port, TrustAnchors.ofJvm()))
        .isEqualTo(new EgressAnswer.Failed(UNTRUSTED));
  }

  @Test
  void anExpiredCertificateIsRefused() throws Exception {
    var certificate = TestAuthority.make(folder, "dns:idp.example", "-3d");
    int port = serve(certificate);

    assertThat(get("idp.example", port, TrustAnchors.ofJvmAnd(certificate.pem())))
        .isEqualTo(new EgressAnswer.Failed(UNTRUSTED));
  }

  @Test
  void oldAndNewAuthorityOverlap() throws Exception {
    var before = TestAuthority.make(folder, "dns:idp.example", "-2H");
    var bundle = new ByteArrayOutputStream();
    bundle.write(before.pem());
    bundle.write(idp.pem());
    var both = TrustAnchors.ofJvmAnd(bundle.toByteArray());

    assertThat(get("idp.example", serve(before), both)).isInstanceOf(EgressAnswer.Document.class);
    assertThat(get("idp.example", serve(idp), both)).isInstanceOf(EgressAnswer.Document.class);
  }

  @Test
  void aBundleWithoutCertificatesIsAMistake() {
    assertThatThrownBy(() -> TrustAnchors.ofJvmAnd(new byte[0]))
        .isInstanceOf(CertificateException.class);
    assertThatThrownBy(
            () -> TrustAnchors.ofJvmAnd("no certificate".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(CertificateException.class);
  }

  private int serve(TestAuthority certificate) throws Exception {
    HttpServer server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setSsl(true)
                    .setSni(true)
                    .setKeyCertOptions(certificate.forServer()))
            .requestHandler(
                request -> {
                  serverName.set(String.valueOf(request.connection().indicatedServerName()));
                  hostField.set(String.valueOf(request.getHeader("Host")));
                  request.response().putHeader("Content-Type", "application/json").end("{}");
                });
    return server.listen(0, "127.0.0.1").await(5, TimeUnit.SECONDS).actualPort();
  }

  private EgressAnswer get(String host, int port, TrustAnchors trust) throws Exception {
    String origin = "https://%s:%d".formatted(host, port);
    var rules = new EgressRules(EgressAllowance.of(List.of(origin, "127.0.0.0/8")));
    HostResolver loopback =
        name -> Future.succeededFuture(List.of(InetAddress.ofLiteral("127.0.0.1")));
    try (var client = new EgressClient(vertx, rules, loopback, trust)) {
      return client.get(origin + "/jwks").await(10, TimeUnit.SECONDS);
    }
  }
}
