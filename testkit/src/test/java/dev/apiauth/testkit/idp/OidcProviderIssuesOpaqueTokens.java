package dev.apiauth.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jwt.SignedJWT;
import dev.apiauth.testkit.tls.TestCertificateAuthority;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcProviderIssuesOpaqueTokens {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestCertificateAuthority authority = TestCertificateAuthority.named("test");
  private final OidcProviderServer provider =
      OidcProviderServer.startTls(authority.server("localhost"));

  @AfterAll
  void stop() {
    provider.close();
  }

  @Test
  void whichSayNothingAndAreDescribedByIntrospection() throws Exception {
    var token = provider.tokenOf("alice");

    var described = introspected(token, "asks-by-basic");

    assertThat(token).doesNotContain(".");
    assertThat(described.path("active").asBoolean()).isTrue();
    assertThat(described.path("username").asText()).isEqualTo("alice");
    assertThat(described.path("client_id").asText()).isEqualTo("guide");
    assertThat(described.path("aud").asText()).isEqualTo("jira");
    assertThat(described.path("iss").asText()).isEqualTo(provider.issuer());
    assertThat(described.path("groups").valueStream().map(JsonNode::asText))
        .contains("jira-api-users");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"asks-by-basic", "asks-by-post", "asks-by-assertion", "asks-by-certificate"})
  void forEveryClientThatProvesItself(String clientId) throws Exception {
    assertThat(introspected(provider.tokenOf("alice"), clientId).path("active").asBoolean())
        .isTrue();
  }

  @Test
  void forNobodyElse() throws Exception {
    var form = Map.of("token", provider.tokenOf("alice"), "client_id", "asks-by-post");

    assertThat(post(form, clientWith("nobody")).path("error").asText()).isEqualTo("invalid_client");
  }

  @Test
  void anotherAudienceAndAnotherApplicationAreNamed() throws Exception {
    var other = introspected(provider.tokenForAnotherAudience("alice"), "asks-by-basic");
    assertThat(other.path("aud").asText()).isEqualTo("payroll");

    var foreign = introspected(provider.tokenOf("alice", "other-app"), "asks-by-basic");
    assertThat(foreign.path("client_id").asText()).isEqualTo("other-app");
  }

  @Test
  void anApplicationHasNoUser() throws Exception {
    var described = introspected(provider.tokenOfClient("ci-bot"), "asks-by-basic");

    assertThat(described.path("active").asBoolean()).isTrue();
    assertThat(described.has("username")).isFalse();
    assertThat(described.has("sub")).isFalse();
  }

  @Test
  void whatIsRevokedOrUnknownOrEndedIsInactive() throws Exception {
    var token = provider.tokenOf("alice");
    provider.revoke(token, "guide");
    var brief = provider.tokenOf("alice", "short-lived");
    Thread.sleep(Duration.ofMillis(3100));

    for (var bad : new String[] {token, brief, "unknown"}) {
      assertThat(introspected(bad, "asks-by-basic")).isEqualTo(JSON.readTree("{\"active\":false}"));
    }
  }

  @Test
  void aTokenBoundToACertificateSaysSo() throws Exception {
    var grant =
        Map.of(
            "grant_type", "password",
            "client_id", "asks-by-certificate",
            "username", "alice",
            "scope", "read",
            "resource", "https://jira.example.com");
    var token =
        send(FormPost.to(URI.create(provider.tokenUri()), grant), clientWith("asks-by-certificate"))
            .path("access_token")
            .asText();

    assertThat(introspected(token, "asks-by-basic").at("/cnf/x5t#S256").asText()).isNotEmpty();
  }

  @Test
  void aJwtIsOfTheProfileForAccessTokens() throws Exception {
    var token = SignedJWT.parse(provider.jwtOf("alice"));

    assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("jira");
    assertThat(token.getJWTClaimsSet().getStringClaim("preferred_username")).isEqualTo("alice");
  }

  @Test
  void userInfoTakesATokenWithoutAudience() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(provider.userInfoUri()))
            .header("Authorization", "Bearer " + provider.userInfoTokenOf("alice"))
            .build();

    assertThat(send(request, clientWith("nobody")).path("preferred_username").asText())
        .isEqualTo("alice");
  }

  private JsonNode introspected(String token, String clientId) throws Exception {
    var form = new HashMap<>(Map.of("token", token));
    var client = provider.client(clientId);
    switch (client.authentication()) {
      case CLIENT_SECRET_POST -> {
        form.put("client_id", clientId);
        form.put("client_secret", client.secret());
      }
      case PRIVATE_KEY_JWT -> form.putAll(assertion(clientId));
      case TLS_CLIENT_AUTH -> form.put("client_id", clientId);
      case CLIENT_SECRET_BASIC, NONE -> {}
    }
    return client.authentication() == OidcClient.Authentication.CLIENT_SECRET_BASIC
        ? send(basic(form, client), clientWith(clientId))
        : post(form, clientWith(clientId));
  }

  private Map<String, String> assertion(String clientId) {
    var token =
        new TokenForge(clientId, provider.assertionKey())
            .plainToken()
            .subject(clientId)
            .audience(provider.issuer())
            .claim("jti", Long.toString(System.nanoTime()));
    return Map.of(
        "client_assertion_type",
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion",
        token.sign());
  }

  private HttpRequest basic(Map<String, String> form, OidcClient client) {
    return HttpRequest.newBuilder(
            FormPost.to(URI.create(provider.introspectionUri()), form), (_, _) -> true)
        .header("Authorization", BasicCredentials.of(client.clientId(), client.secret()))
        .build();
  }

  private JsonNode post(Map<String, String> form, HttpClient http) throws Exception {
    return send(FormPost.to(URI.create(provider.introspectionUri()), form), http);
  }

  private static JsonNode send(HttpRequest request, HttpClient http) throws Exception {
    try (http) {
      return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
  }

  private HttpClient clientWith(String commonName) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(authority.client(commonName).context())
        .build();
  }
}
