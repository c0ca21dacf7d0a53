package dev.apiauth.policy.resolve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * Checks keys that stand in the resource itself: whether they are a JSON Web Key Set (RFC 7517,
 * section 5).
 */
final class InlineKeysCheck {

  private static final ObjectMapper JSON = new ObjectMapper();

  private InlineKeysCheck() {}

  static void check(@Nullable String jwks, String provider, Findings findings) {
    if (jwks == null || hasKeys(jwks)) return;
    findings.error(
        provider + ".jwks",
        "this is not a JSON Web Key Set",
        "Paste what the provider's jwks_uri answers: {\"keys\": [...]}");
  }

  private static boolean hasKeys(String jwks) {
    try {
      JsonNode keys = JSON.readTree(jwks).path("keys");
      return keys.isArray() && !keys.isEmpty();
    } catch (JsonProcessingException notJson) {
      return false;
    }
  }
}
