package dev.apiauth.testkit.idp;

import static dev.apiauth.testkit.idp.OidcClient.Authentication.CLIENT_SECRET_BASIC;
import static dev.apiauth.testkit.idp.OidcClient.Authentication.CLIENT_SECRET_POST;
import static dev.apiauth.testkit.idp.OidcClient.Authentication.NONE;
import static dev.apiauth.testkit.idp.OidcClient.Authentication.PRIVATE_KEY_JWT;
import static dev.apiauth.testkit.idp.OidcClient.Authentication.TLS_CLIENT_AUTH;

import dev.apiauth.testkit.tls.IssuedCertificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an {@link OidcProviderServer} is told at its start.
 *
 * @param port of 127.0.0.1
 * @param certificate for TLS, naming {@code localhost}; empty for plain HTTP
 * @param key of the client that signs assertions
 */
record OidcProviderSettings(int port, Optional<IssuedCertificate> certificate, SigningKey key) {

  static final String OPAQUE_RESOURCE = "https://jira.example.com";
  static final String JWT_RESOURCE = "https://jira.example.com/jwt";
  static final String OTHER_RESOURCE = "https://payroll.example.com";

  private static final List<OidcClient> CLIENTS =
      List.of(
          OidcClient.of("guide", CLIENT_SECRET_BASIC, "password"),
          OidcClient.of("other-app", CLIENT_SECRET_BASIC, "password"),
          OidcClient.of("short-lived", CLIENT_SECRET_BASIC, "password"),
          OidcClient.of("ci-bot", CLIENT_SECRET_BASIC, "client_credentials"),
          OidcClient.of(
              "command-line",
              NONE,
              "authorization_code",
              "urn:ietf:params:oauth:grant-type:device_code"),
          OidcClient.of("asks-by-basic", CLIENT_SECRET_BASIC),
          OidcClient.of("asks-by-post", CLIENT_SECRET_POST),
          OidcClient.of("asks-by-assertion", PRIVATE_KEY_JWT));

  private static final OidcClient BY_CERTIFICATE =
      OidcClient.of("asks-by-certificate", TLS_CLIENT_AUTH, "password");

  /** Plain HTTP is named by address, TLS by {@code localhost}, which a certificate can carry. */
  String issuer() {
    return certificate.isPresent() ? "https://localhost:" + port : "http://127.0.0.1:" + port;
  }

  /** The client of that name; one with a certificate is there in TLS alone. */
  OidcClient client(String clientId) {
    return clients().stream()
        .filter(client -> client.clientId().equals(clientId))
        .findFirst()
        .orElseThrow();
  }

  private List<OidcClient> clients() {
    return certificate.isPresent()
        ? Stream.concat(CLIENTS.stream(), Stream.of(BY_CERTIFICATE)).toList()
        : CLIENTS;
  }

  String json() {
    var settings = new HashMap<String, Object>();
    settings.put("issuer", issuer());
    settings.put("port", port);
    settings.put("people", people());
    settings.put(
        "resources",
        List.of(
            resource(OPAQUE_RESOURCE, "jira", "opaque"),
            resource(JWT_RESOURCE, "jira", "jwt"),
            resource(OTHER_RESOURCE, "payroll", "opaque")));
    settings.put("clients", clients().stream().map(client -> client.metadata(key)).toList());
    certificate.ifPresent(issued -> settings.put("tls", tls(issued)));
    return CompactToken.json(settings);
  }

  /** The same people and groups as those of the realm. */
  private static List<Map<String, Object>> people() {
    return KeycloakRealm.atlassian().people().stream()
        .map(
            person ->
                Map.<String, Object>of("username", person.username(), "groups", person.groups()))
        .toList();
  }

  private static Map<String, String> resource(String uri, String audience, String format) {
    return Map.of("uri", uri, "audience", audience, "format", format);
  }

  private static Map<String, String> tls(IssuedCertificate issued) {
    return Map.of(
        "certificate", issued.certificatePem(),
        "key", issued.keyPem(),
        "authority", issued.authorityPem());
  }
}
