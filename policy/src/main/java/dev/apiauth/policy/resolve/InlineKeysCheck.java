package dev.apiauth.policy.resolve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks keys that stand in the resource itself: whether they are a JSON Web Key Set (RFC 7517,
 * section 5), and public. Everybody who may read the resource may read them.
 */
final class InlineKeysCheck {

  private static final String PASTE =
      "Paste what the provider's jwks_uri answers: {\"keys\": [...]}";

  /** The key types whose public half verifies a signature (RFC 7518, section 6.1; RFC 8037). */
  private static final Set<String> PUBLIC_TYPES = Set.of("RSA", "EC", "OKP");

  /** What only the holder of a key has (RFC 7518, sections 6.2.2, 6.3.2 and 6.4). */
  private static final List<String> SECRET_MEMBERS =
      List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private InlineKeysCheck() {}

  static void check(@Nullable String jwks, String provider, Findings findings) {
    if (jwks == null) return;
    String field = provider + ".jwks";
    JsonNode keys = keys(jwks);
    if (!keys.isArray() || keys.isEmpty()) {
      findings.error(field, "this is not a JSON Web Key Set with keys in it", PASTE);
      return;
    }
    for (int at = 0; at < keys.size(); at++) {
      int key = at;
      complaint(keys.get(at))
          .ifPresent(why -> findings.error(field, "keys[%d] %s".formatted(key, why), PASTE));
    }
  }

  private static Optional<String> complaint(JsonNode key) {
    if (!PUBLIC_TYPES.contains(key.path("kty").asText())) {
      return Optional.of("is no public key of the type RSA, EC or OKP");
    }
    return SECRET_MEMBERS.stream()
        .filter(key::has)
        .findFirst()
        .map(
            member ->
                "has the private member %s: consider the key published, and replace it"
                    .formatted(member));
  }

  private static JsonNode keys(String jwks) {
    try {
      return JSON.readTree(jwks).path("keys");
    } catch (JsonProcessingException notJson) {
      return JSON.missingNode();
    }
  }
}
