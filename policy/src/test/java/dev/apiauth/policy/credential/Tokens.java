package dev.apiauth.policy.credential;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** The tokens that a table names in capitals. Nothing here verifies one, so none is signed. */
final class Tokens {

  static final String OURS = "https://sso.example.com";

  private static final Map<String, String> BY_NAME =
      Map.of(
          "JWT_OF_PROVIDER", jwt("{\"sub\":\"alice\",\"iss\":\"https://sso.example.com\"}"),
          "JWT_WITH_A_SLASH_MORE", jwt("{\"iss\":\"https://sso.example.com/\"}"),
          "JWT_OF_A_STRANGER", jwt("{\"iss\":\"https://evil.example\"}"),
          "JWT_OF_JIRA", jwt("{\"iss\":\"jira\"}"),
          "JWT_WITHOUT_ISSUER", jwt("{\"sub\":\"alice\"}"),
          "JWT_WITH_A_NUMBER", jwt("{\"iss\":7}"),
          "PRODUCT_PAT", "NzIxODM1MTM5MDc1OvvKqyRLWY5OqOhIY4d/a7BvZgrU",
          "OPAQUE", "gho_16C7e42F292c6912E7710c838347Ae178B4a");

  private Tokens() {}

  /** The text with each name replaced by its token. */
  static String named(String text) {
    String spelled = text;
    for (var token : BY_NAME.entrySet()) {
      spelled = spelled.replace(token.getKey(), token.getValue());
    }
    return spelled;
  }

  static String jwt(String payload) {
    var base64 = Base64.getUrlEncoder().withoutPadding();
    return "e30.%s.c2ln".formatted(base64.encodeToString(payload.getBytes(StandardCharsets.UTF_8)));
  }
}
