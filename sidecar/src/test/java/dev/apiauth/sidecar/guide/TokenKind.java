package dev.apiauth.sidecar.guide;

import dev.apiauth.sidecar.scenario.Company;
import dev.apiauth.testkit.idp.KeycloakServer;
import dev.apiauth.testkit.idp.SigningKey;
import dev.apiauth.testkit.idp.TokenForge;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Tokens that must not open anything, nearly all of them real ones of the company's Keycloak. */
enum TokenKind {
  MISSING,
  TAMPERED,
  SIGNATURE_OF_ANOTHER,
  OTHER_ISSUER,
  OTHER_AUDIENCE,
  ALG_NONE,
  ALG_NONE_SIGNED,
  ID_TOKEN,
  REFRESH_TOKEN,
  FOREIGN_KEY,
  OPAQUE;

  /** One of this kind; empty where there is none to send. */
  String make() {
    return switch (this) {
      case MISSING -> "";
      case TAMPERED -> spliced(token("bob"), token("alice"), token("bob"));
      case SIGNATURE_OF_ANOTHER -> spliced(token("alice"), token("alice"), token("bob"));
      case OTHER_ISSUER -> KeycloakServer.shared().otherIssuer().tokenOf("alice");
      case OTHER_AUDIENCE -> Company.realm().tokenOf("alice", "other-app");
      case ALG_NONE -> "%s.%s.".formatted(header("none"), segment(token("alice"), 1));
      case ALG_NONE_SIGNED -> spliced(header("nOnE"), token("alice"), token("alice"));
      case ID_TOKEN -> Company.realm().idTokenOf("alice");
      case REFRESH_TOKEN -> Company.realm().login("alice", "guide").refreshToken().orElseThrow();
      case FOREIGN_KEY ->
          new TokenForge(Company.realm().issuer(), SigningKey.of("RS256"))
              .keycloakAccessToken("alice", "jira-api-users")
              .sign();
      case OPAQUE -> "2YotnFZFEjr1zCsicMWpAA";
    };
  }

  private static String token(String user) {
    return Company.realm().tokenOf(user);
  }

  private static String header(String algorithm) {
    String json = "{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String spliced(String header, String payload, String signature) {
    return "%s.%s.%s".formatted(segment(header, 0), segment(payload, 1), segment(signature, 2));
  }

  private static String segment(String token, int at) {
    return token.split("\\.", -1)[at];
  }
}
