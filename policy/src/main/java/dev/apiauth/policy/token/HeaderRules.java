package dev.apiauth.policy.token;

import dev.apiauth.policy.outcome.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a JOSE header may hold, checked before any key is looked for. */
final class HeaderRules {

  private static final int MAX_KEY_ID_LENGTH = 256;

  /** Members that change how a token is processed, in ways that we do not implement. */
  private static final Map<String, String> REFUSED_MEMBERS =
      Map.of(
          "crit", "J9: the header names critical extensions, none is implemented",
          "b64", "J10: the payload is said to be unencoded (RFC 7797)",
          "zip", "J15: the payload is said to be compressed");

  private static final List<String> STRING_MEMBERS = List.of("alg", "kid", "typ");

  private HeaderRules() {}

  static Outcome<TokenHeader> check(JsonObject header) {
    return refusedMember(header)
        .or(() -> mistyped(header))
        .map(CompactJws::<TokenHeader>malformed)
        .orElseGet(() -> named(header));
  }

  private static Outcome<TokenHeader> named(JsonObject header) {
    Optional<String> keyId = header.string("kid");
    if (keyId.filter(id -> id.length() > MAX_KEY_ID_LENGTH).isPresent()) {
      return CompactJws.malformed(
          "J12: the key id is longer than " + MAX_KEY_ID_LENGTH + " characters");
    }
    return header
        .string("alg")
        .map(algorithm -> Outcome.pass(new TokenHeader(algorithm, keyId, header.string("typ"))))
        .orElseGet(() -> CompactJws.malformed("J4: the header names no algorithm"));
  }

  private static Optional<String> refusedMember(JsonObject header) {
    return REFUSED_MEMBERS.entrySet().stream()
        .filter(member -> header.has(member.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .findFirst();
  }

  private static Optional<String> mistyped(JsonObject header) {
    return STRING_MEMBERS.stream()
        .filter(name -> header.has(name) && header.string(name).isEmpty())
        .map(name -> "J3: the header's " + name + " is not a string")
        .findFirst();
  }
}
