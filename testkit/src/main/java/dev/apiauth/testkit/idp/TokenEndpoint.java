package dev.apiauth.testkit.idp;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A realm's token endpoint, in the name of its clients.
 *
 * @param uri of the endpoint
 * @param http calls it
 */
record TokenEndpoint(URI uri, HttpCalls http) {

  /** RFC 6749, section 4.3: the way past the login page, for tests only. */
  IssuedTokens password(KeycloakClient client, KeycloakPerson person) {
    return request(
        client,
        Map.ofEntries(
            entry("grant_type", "password"),
            entry("scope", "openid"),
            entry("username", person.username()),
            entry("password", person.password())));
  }

  /** RFC 6749, section 4.4. */
  IssuedTokens clientCredentials(KeycloakClient client) {
    return request(client, Map.of("grant_type", "client_credentials"));
  }

  /** RFC 6749, section 4.1.3, with the verifier of RFC 7636. */
  IssuedTokens authorizationCode(KeycloakClient client, String code, Pkce pkce) {
    return request(
        client,
        Map.ofEntries(
            entry("grant_type", "authorization_code"),
            entry("code", code),
            entry("redirect_uri", BrowserLogin.REDIRECT_URI),
            entry("code_verifier", pkce.verifier())));
  }

  private IssuedTokens request(KeycloakClient client, Map<String, String> grant) {
    var fields = new LinkedHashMap<>(grant);
    fields.put("client_id", client.clientId());
    if (client.kind() != KeycloakClient.Kind.PEOPLE) {
      fields.put("client_secret", client.secret());
    }
    var answer = http.json(FormPost.to(uri, fields));
    return new IssuedTokens(
        answer.required("access_token").asText(),
        text(answer, "id_token"),
        text(answer, "refresh_token"));
  }

  private static Optional<String> text(JsonNode answer, String member) {
    return Optional.ofNullable(answer.get(member)).map(JsonNode::asText);
  }
}
