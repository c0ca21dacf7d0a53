package dev.apiauth.sidecar.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.testkit.tls.CertificateOrder.Purpose;
import dev.apiauth.testkit.tls.TestCertificateAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class OnlyTheOperatorIsTold {

  private final TestCertificateAuthority authority = TestCertificateAuthority.named("operator CA");
  private Pod pod = new Pod(Path.of("none"));

  record Stranger(String name, SSLContext tls) {

    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  void start(@TempDir Path directory) {
    pod.close();
    Pod.serverOf(authority).writeTo(directory);
    pod = new Pod(directory);
  }

  @AfterAll
  void stop() {
    pod.close();
  }

  @Test
  void itIsToldWhatIsEnforced() throws Exception {
    var answer = pod.answer(Pod.operatorOf(authority));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    assertThat(answer.body())
        .isEqualTo(
            "{\"policyHash\":\"9f2c1a\",\"namespace\":\"atlassian\",\"name\":\"jira\","
                + "\"generation\":12,\"loadedAt\":\"2026-11-24T12:00:00Z\",\"providers\":[]}");
  }

  List<Stranger> strangers() {
    var other = TestCertificateAuthority.named("operator CA");
    var operator = Pod.order(Purpose.CLIENT_AUTHENTICATION, OperatorTrust.OPERATOR);
    var asServer = Pod.order(Purpose.SERVER_AUTHENTICATION, OperatorTrust.OPERATOR);
    return List.of(
        new Stranger("without a certificate", authority.trustingContext()),
        new Stranger(
            "of an authority with the same name",
            Pod.context(Pod.client(other, OperatorTrust.OPERATOR), authority)),
        new Stranger("another pod", Pod.client(authority, "jira.atlassian.sidecar").context()),
        new Stranger(
            "a longer name", Pod.client(authority, "apiauth-operator.example.com").context()),
        new Stranger("in capitals", Pod.client(authority, "APIAUTH-OPERATOR").context()),
        new Stranger("by common name only", authority.client("apiauth-operator").context()),
        new Stranger("a server's certificate", authority.issue(asServer).context()),
        new Stranger("expired", authority.issue(operator.expired()).context()),
        new Stranger("not valid yet", authority.issue(operator.notYetValid()).context()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("strangers")
  void nobodyElseGetsThroughTheHandshake(Stranger stranger) {
    assertThatThrownBy(() -> pod.answer(stranger.tls())).isInstanceOf(IOException.class);
  }

  @Test
  void theNameMayStandAmongOthers() {
    var client = Pod.client(authority, "other.example.com", OperatorTrust.OPERATOR).context();

    assertThat(pod.answers(client)).isTrue();
  }

  @Test
  void tls12IsNotSpoken() {
    var old = new SSLParameters();
    old.setProtocols(new String[] {"TLSv1.2"});
    try (var http =
        HttpClient.newBuilder().sslContext(Pod.operatorOf(authority)).sslParameters(old).build()) {
      var request =
          HttpRequest.newBuilder(
                  URI.create("https://127.0.0.1:" + pod.port() + "/v1/acknowledgement"))
              .build();

      assertThatThrownBy(() -> http.send(request, BodyHandlers.ofString()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void plainHttpIsNotSpoken() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), pod.port())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              "GET /v1/acknowledgement HTTP/1.1\r\nHost: x\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));

      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

      assertThat(all).doesNotContain("HTTP/1.1", "policyHash");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, 404",
    "GET, /v1/acknowledgement/x, 404",
    "GET, /metrics, 404",
    "POST, /v1/acknowledgement, 405",
    "DELETE, /v1/acknowledgement, 405"
  })
  void evenTheOperatorCanOnlyAsk(String method, String path, int status) throws Exception {
    assertThat(pod.answer(Pod.operatorOf(authority), method, path).statusCode()).isEqualTo(status);
  }
}
