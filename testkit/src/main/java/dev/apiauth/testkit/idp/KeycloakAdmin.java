package dev.apiauth.testkit.idp;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

/** The administrator of a Keycloak, by its admin REST API. */
final class KeycloakAdmin {

  private static final String KEY_PROVIDER = "org.keycloak.keys.KeyProvider";
  private static final String RSA_SIGNING = "rsa-generated";

  private final String origin;
  private final HttpCalls http;

  KeycloakAdmin(String origin, HttpCalls http) {
    this.origin = origin;
    this.http = http;
  }

  /** Adds an RSA key that signs from now on; the others stay published. */
  void addSigningKey(String realm) {
    long priority = 1 + highestPriority(realm);
    var provider =
        Map.ofEntries(
            entry("name", RSA_SIGNING + "-" + priority),
            entry("providerId", RSA_SIGNING),
            entry("providerType", KEY_PROVIDER),
            entry(
                "config",
                Map.ofEntries(
                    entry("priority", List.of(Long.toString(priority))),
                    entry("algorithm", List.of("RS256")),
                    entry("keySize", List.of("2048")))));
    http.expecting(
        201,
        authorized(components(realm))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(CompactToken.json(Map.copyOf(provider))))
            .build());
  }

  /** Removes all RSA signing keys but the one that signs now: their tokens are void. */
  void removeOldSigningKeys(String realm) {
    long highest = highestPriority(realm);
    for (var provider : signingKeys(realm)) {
      if (priority(provider) < highest) {
        var one = URI.create(components(realm) + "/" + provider.required("id").asText());
        http.expecting(204, authorized(one).DELETE().build());
      }
    }
  }

  private long highestPriority(String realm) {
    return signingKeys(realm).stream().mapToLong(KeycloakAdmin::priority).max().orElse(0);
  }

  private List<JsonNode> signingKeys(String realm) {
    var all = URI.create(components(realm) + "?type=" + KEY_PROVIDER);
    return http.json(authorized(all).build())
        .valueStream()
        .filter(provider -> provider.required("providerId").asText().equals(RSA_SIGNING))
        .toList();
  }

  private static long priority(JsonNode provider) {
    return provider.required("config").path("priority").path(0).asLong();
  }

  private URI components(String realm) {
    return URI.create(origin + "/admin/realms/" + realm + "/components");
  }

  private HttpRequest.Builder authorized(URI uri) {
    return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token());
  }

  private String token() {
    var endpoint = URI.create(origin + "/realms/master/protocol/openid-connect/token");
    var login =
        Map.ofEntries(
            entry("grant_type", "password"),
            entry("client_id", "admin-cli"),
            entry("username", KeycloakProcess.ADMIN),
            entry("password", KeycloakProcess.ADMIN_PASSWORD));
    return http.json(FormPost.to(endpoint, login)).required("access_token").asText();
  }
}
