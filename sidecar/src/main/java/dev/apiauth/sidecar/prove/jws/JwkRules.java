package dev.apiauth.sidecar.prove.jws;

import dev.apiauth.policy.token.JsonObject;
import dev.apiauth.policy.token.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an entry of a key set must look like before a key is made of it. */
final class JwkRules {

  private static final int MAX_KEY_ID_LENGTH = 256;
  private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]+");

  /** The members that make a public key or a secret (RFC 7638, section 3.2). */
  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "RSA", List.of("n", "e"),
          "EC", List.of("x", "y"),
          "OKP", List.of("x"),
          "oct", List.of("k"));

  private static final List<String> STRING_MEMBERS = List.of("kid", "alg", "use", "crv");

  private JwkRules() {}

  /** What is wrong with the entry; empty if nothing is. */
  static Optional<String> flaw(JsonObject jwk) {
    if (encodedMembers(jwk).isEmpty()) {
      return Optional.of("J14: its type is unknown");
    }
    if (jwk.has("d")) {
      return Optional.of("its private part is published with it");
    }
    return mistyped(jwk).or(() -> wrongUse(jwk)).or(() -> encoding(jwk));
  }

  /**
   * Only what the key is made of: certificates and the like are neither read nor followed (J11).
   */
  static Map<String, Object> requiredMembers(JsonObject jwk) {
    var members = new LinkedHashMap<String, Object>();
    members.put("kty", jwk.string("kty").orElseThrow());
    jwk.string("crv").ifPresent(curve -> members.put("crv", curve));
    encodedMembers(jwk).forEach(name -> members.put(name, jwk.string(name).orElseThrow()));
    return members;
  }

  private static List<String> encodedMembers(JsonObject jwk) {
    return jwk.string("kty").map(type -> REQUIRED.getOrDefault(type, List.of())).orElse(List.of());
  }

  private static Optional<String> mistyped(JsonObject jwk) {
    boolean longId = jwk.string("kid").filter(id -> id.length() > MAX_KEY_ID_LENGTH).isPresent();
    boolean notString =
        STRING_MEMBERS.stream().anyMatch(name -> jwk.has(name) && jwk.string(name).isEmpty());
    return longId || notString
        ? Optional.of("J14: its kid, alg, use or crv is malformed")
        : Optional.empty();
  }

  private static Optional<String> wrongUse(JsonObject jwk) {
    boolean forSignatures = jwk.string("use").map("sig"::equals).orElse(true);
    boolean forVerification = jwk.get("key_ops").map(JwkRules::hasVerify).orElse(true);
    return forSignatures && forVerification
        ? Optional.empty()
        : Optional.of("J6: its use is another one");
  }

  private static boolean hasVerify(JsonValue operations) {
    return operations.strings().filter(names -> names.contains("verify")).isPresent();
  }

  /** Unused bits are not looked at: a key set comes from its provider itself. */
  private static Optional<String> encoding(JsonObject jwk) {
    boolean encoded =
        encodedMembers(jwk).stream()
            .allMatch(name -> jwk.string(name).filter(JwkRules::isBase64Url).isPresent());
    return encoded
        ? Optional.empty()
        : Optional.of("J14: a member is missing or not base64url without padding");
  }

  private static boolean isBase64Url(String text) {
    return BASE64URL.matcher(text).matches();
  }
}
