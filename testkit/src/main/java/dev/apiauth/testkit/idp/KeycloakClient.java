package dev.apiauth.testkit.idp;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An OAuth client of a realm, with the mappers that a Keycloak administrator adds for an API:
 * audience and group names (4-providers 4.2).
 *
 * @param clientId its name
 * @param kind who uses it
 * @param audiences what its access tokens are for; none leaves what Keycloak writes by itself
 * @param serviceAccountGroups groups of an application's own account
 * @param attributes as Keycloak names them
 */
public record KeycloakClient(
    String clientId,
    Kind kind,
    List<String> audiences,
    List<String> serviceAccountGroups,
    Map<String, String> attributes) {

  private static final String KEY_SET = "jwks.string";
  private static final String SUBJECT = "x509.subjectdn";

  /** Who uses a client. */
  public enum Kind {
    /** People: authorization code with PKCE, and the password grant so that tests are fast. */
    PEOPLE,
    /** An application on its own behalf: client credentials. */
    APPLICATION,
    /** Nobody: an API that tokens are for. */
    API
  }

  public KeycloakClient {
    audiences = List.copyOf(audiences);
    serviceAccountGroups = List.copyOf(serviceAccountGroups);
    attributes = Map.copyOf(attributes);
  }

  /** A public client that people log in with. */
  public static KeycloakClient forPeople(String clientId, String... audiences) {
    return new KeycloakClient(clientId, Kind.PEOPLE, List.of(audiences), List.of(), Map.of());
  }

  /** A confidential client that acts on its own behalf. */
  public static KeycloakClient forApplication(String clientId, String... audiences) {
    return new KeycloakClient(clientId, Kind.APPLICATION, List.of(audiences), List.of(), Map.of());
  }

  /** An API: something to be an audience, which never asks for tokens itself. */
  public static KeycloakClient forApi(String clientId) {
    return new KeycloakClient(clientId, Kind.API, List.of(), List.of(), Map.of());
  }

  /** Puts the application's own account into groups. */
  public KeycloakClient withServiceAccountIn(String... groups) {
    return new KeycloakClient(clientId, kind, audiences, List.of(groups), attributes);
  }

  /** Access tokens of this client live that long; whole seconds. */
  public KeycloakClient withAccessTokensFor(Duration lifespan) {
    return with("access.token.lifespan", Long.toString(lifespan.toSeconds()));
  }

  /** Access tokens leave out user name, groups and roles (Keycloak 24 and newer). */
  public KeycloakClient withLightweightAccessTokens() {
    return with("client.use.lightweight.access.token.enabled", "true");
  }

  /** Proves to be itself by assertions that this key signs (RFC 7523), not by its secret. */
  public KeycloakClient provenBy(SigningKey key) {
    var keySet = CompactToken.json(Map.of("keys", List.of(key.publicJwk().toJSONObject())));
    return with("use.jwks.string", "true")
        .with(KEY_SET, keySet)
        .with("token.endpoint.auth.signing.alg", key.algorithm());
  }

  /** Proves to be itself by a certificate of that subject (RFC 8705), not by its secret. */
  public KeycloakClient provenByCertificateOf(String subject) {
    return with(SUBJECT, subject).with("x509.allow.regex.pattern.comparison", "false");
  }

  private KeycloakClient with(String attribute, String value) {
    var more = new HashMap<>(attributes);
    more.put(attribute, value);
    return new KeycloakClient(clientId, kind, audiences, serviceAccountGroups, more);
  }

  /** The secret of a confidential client, which protects nothing. */
  public String secret() {
    return clientId + "-keeps-this-secret";
  }

  /** The client as a {@code ClientRepresentation} of Keycloak's admin API. */
  Map<String, Object> representation() {
    var client = new HashMap<String, Object>();
    client.put("clientId", clientId);
    client.put("enabled", true);
    client.put("publicClient", kind == Kind.PEOPLE);
    client.put("secret", secret());
    client.put("clientAuthenticatorType", authenticator());
    client.put("standardFlowEnabled", kind == Kind.PEOPLE);
    client.put("directAccessGrantsEnabled", kind == Kind.PEOPLE);
    client.put("serviceAccountsEnabled", kind == Kind.APPLICATION);
    client.put("redirectUris", List.of(BrowserLogin.REDIRECT_URI));
    client.put("attributes", withPkce());
    client.put("protocolMappers", mappers());
    return client;
  }

  private String authenticator() {
    if (attributes.containsKey(KEY_SET)) return "client-jwt";
    return attributes.containsKey(SUBJECT) ? "client-x509" : "client-secret";
  }

  private Map<String, String> withPkce() {
    var all = new HashMap<>(attributes);
    all.put("pkce.code.challenge.method", kind == Kind.PEOPLE ? "S256" : "");
    return all;
  }

  private List<Map<String, Object>> mappers() {
    var mappers = new ArrayList<Map<String, Object>>();
    mappers.add(
        mapper(
            "groups",
            "oidc-group-membership-mapper",
            Map.of("claim.name", "groups", "full.path", "false", "id.token.claim", "true")));
    IntStream.range(0, audiences.size())
        .mapToObj(
            i ->
                mapper(
                    "audience-" + i,
                    "oidc-audience-mapper",
                    Map.ofEntries(
                        entry("included.custom.audience", audiences.get(i)),
                        entry("lightweight.claim", "true"))))
        .forEach(mappers::add);
    return mappers;
  }

  private static Map<String, Object> mapper(
      String name, String kind, Map<String, String> settings) {
    var config = new HashMap<>(settings);
    config.put("access.token.claim", "true");
    return Map.ofEntries(
        entry("name", name),
        entry("protocol", "openid-connect"),
        entry("protocolMapper", kind),
        entry("config", config));
  }

  /** The application's own account as a {@code UserRepresentation}. */
  Map<String, Object> serviceAccount() {
    return Map.ofEntries(
        entry("username", "service-account-" + clientId),
        entry("enabled", true),
        entry("serviceAccountClientId", clientId),
        entry("groups", serviceAccountGroups));
  }
}
