package dev.apiauth.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** By introspection (RFC 7662), which tells what a lightweight token leaves out. */
@Timeout(300)
class KeycloakDescribesTokens {

  private final KeycloakIssuer keycloak = KeycloakServer.shared().mainIssuer();

  @Test
  void aLightweightTokenGetsItsUserBack() {
    var described = byBasic(keycloak.tokenOf("alice", "lightweight"));

    assertThat(described.path("active").asBoolean()).isTrue();
    assertThat(described.path("username").asText()).isEqualTo("alice");
    assertThat(described.path("preferred_username").asText()).isEqualTo("alice");
    assertThat(described.path("groups").valueStream().map(JsonNode::asText))
        .contains("jira-api-users");
    assertThat(described.path("aud").valueStream().map(JsonNode::asText)).contains("jira");
  }

  @Test
  void forASecretInTheForm() {
    var client = keycloak.realm().client("jira");
    var more = Map.of("client_id", client.clientId(), "client_secret", client.secret());

    assertThat(introspected(keycloak.tokenOf("alice"), more).path("active").asBoolean()).isTrue();
  }

  @Test
  void forASignedAssertion() {
    var assertion =
        new TokenForge("bitbucket", KeycloakRealm.assertionKey())
            .plainToken()
            .subject("bitbucket")
            .audience(keycloak.issuer())
            .claim("jti", Long.toString(System.nanoTime()))
            .expiresIn(Duration.ofSeconds(50));
    var more =
        Map.of(
            "client_assertion_type",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion",
            assertion.sign());

    assertThat(introspected(keycloak.tokenOf("alice"), more).path("active").asBoolean()).isTrue();
  }

  @Test
  void toNobodyElseThanItsAudience() {
    var foreign = keycloak.tokenOf("alice", "other-app");

    assertThat(byBasic(foreign).path("active").asBoolean()).isFalse();
  }

  @Test
  void anotherRealmsTokenIsNotActive() {
    var foreign = KeycloakServer.shared().otherIssuer().tokenOf("alice");

    assertThat(byBasic(foreign).path("active").asBoolean()).isFalse();
  }

  private JsonNode byBasic(String token) {
    var client = keycloak.realm().client("jira");
    var form = FormPost.to(URI.create(keycloak.introspectionUri()), Map.of("token", token));
    return send(
        HttpRequest.newBuilder(form, (_, _) -> true)
            .header("Authorization", BasicCredentials.of(client.clientId(), client.secret()))
            .build());
  }

  private JsonNode introspected(String token, Map<String, String> client) {
    var form = new HashMap<>(client);
    form.put("token", token);
    return send(FormPost.to(URI.create(keycloak.introspectionUri()), form));
  }

  private static JsonNode send(HttpRequest request) {
    try (var http = HttpClient.newHttpClient()) {
      return new HttpCalls(http).json(request);
    }
  }
}
