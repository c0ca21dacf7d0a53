package dev.apiauth.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import dev.apiauth.testkit.tls.TestCertificateAuthority;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StubIssuerFailsAsToldTo {

  private final StubIssuer issuer = StubIssuer.start();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    issuer.close();
    client.close();
  }

  @Test
  void healthyItDescribesItselfAndCountsWhoAsks() throws Exception {
    assertThat(get(issuer.discoveryUri()).body())
        .contains("\"issuer\":\"" + issuer.issuer() + "\"", issuer.jwksUri());
    get(issuer.jwksUri());
    get(issuer.jwksUri());

    assertThat(issuer.requestsTo(StubIssuer.DISCOVERY_PATH)).isEqualTo(1);
    assertThat(issuer.requestsTo(StubIssuer.KEYS_PATH)).isEqualTo(2);
  }

  @Test
  void rotatedKeysOverlapUntilTheOldOnesRetire() throws Exception {
    var old = issuer.forge().key().kid();
    issuer.rotateKeysTo(SigningKey.of("ES256"));
    var next = issuer.forge().key().kid();

    assertThat(publishedKids()).containsExactly(old, next);
    issuer.retireOldKeys();
    assertThat(publishedKids()).containsExactly(next);
  }

  @Test
  void aKeySetCanBeAnyText() throws Exception {
    issuer.publishKeySet("{\"keys\":[{\"kty\":\"oct\",\"k\":\"AA\"}]}");

    assertThat(get(issuer.jwksUri()).body()).contains("\"oct\"");
  }

  @Test
  void downMeansRefusedAndUpMeansTheSamePlace() throws Exception {
    var place = issuer.jwksUri();
    issuer.goDown();
    assertThatThrownBy(() -> get(place)).isInstanceOf(ConnectException.class);

    issuer.comeUp();
    assertThat(get(place).statusCode()).isEqualTo(200);
  }

  @Test
  void onePathFailsWhileTheOtherIsWell() throws Exception {
    issuer.behave(StubIssuer.KEYS_PATH, new StubBehaviour.Failing(500));

    assertThat(get(issuer.jwksUri()).statusCode()).isEqualTo(500);
    assertThat(get(issuer.discoveryUri()).statusCode()).isEqualTo(200);
  }

  @Test
  void aSlowAnswerOutlastsAnImpatientClient() {
    issuer.behave(new StubBehaviour.Slow(Duration.ofSeconds(20)));
    var impatient =
        HttpRequest.newBuilder(URI.create(issuer.jwksUri()))
            .timeout(Duration.ofMillis(100))
            .build();

    assertThatThrownBy(() -> client.send(impatient, BodyHandlers.discarding()))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void aDrippedAnswerIsWholeInTheEnd() throws Exception {
    issuer.publishKeySet("{\"keys\":[]}");
    issuer.behave(new StubBehaviour.Dripping(Duration.ofMillis(5)));

    assertThat(get(issuer.jwksUri()).body()).isEqualTo("{\"keys\":[]}");
  }

  @Test
  void garbageAndRedirectsAreAnswersToo() throws Exception {
    issuer.behave(new StubBehaviour.Garbage());
    assertThat(get(issuer.jwksUri()).body()).startsWith("<html>");

    issuer.behave(new StubBehaviour.Redirecting(URI.create("http://127.0.0.1:1/elsewhere")));
    var redirect = get(issuer.jwksUri());
    assertThat(redirect.statusCode()).isEqualTo(302);
    assertThat(redirect.headers().firstValue("Location")).hasValue("http://127.0.0.1:1/elsewhere");
  }

  @Test
  void aHugeAnswerIsOnlySentAsFarAsItIsRead() throws Exception {
    issuer.behave(new StubBehaviour.Huge(1L << 30));
    var response = client.send(request(issuer.jwksUri()), BodyHandlers.ofInputStream());
    try (var body = response.body()) {
      assertThat(body.readNBytes(9)).asString().isEqualTo("{\"keys\":[");
    }

    assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(1L << 30);
    assertThat(issuer.bytesSent()).isLessThan(1L << 26);
  }

  @Test
  void tlsIsOfTheTestAuthority() throws Exception {
    var authority = TestCertificateAuthority.named("test");
    try (var secured = StubIssuer.startTls(authority.server("localhost"));
        var trusting = HttpClient.newBuilder().sslContext(authority.trustingContext()).build()) {
      assertThat(secured.issuer()).startsWith("https://localhost:");
      assertThat(trusting.send(request(secured.jwksUri()), BodyHandlers.ofString()).body())
          .contains("\"RS256\"");
      assertThatThrownBy(() -> get(secured.jwksUri())).hasMessageContaining("PKIX");
    }
  }

  private List<String> publishedKids() throws IOException, InterruptedException, ParseException {
    return JWKSet.parse(get(issuer.jwksUri()).body()).getKeys().stream()
        .map(key -> key.getKeyID())
        .toList();
  }

  private HttpResponse<String> get(String uri) throws IOException, InterruptedException {
    return client.send(request(uri), BodyHandlers.ofString());
  }

  private static HttpRequest request(String uri) {
    return HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(20)).build();
  }
}
