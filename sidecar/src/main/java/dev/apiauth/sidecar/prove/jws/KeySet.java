package dev.apiauth.sidecar.prove.jws;

import dev.apiauth.policy.token.JsonObject;
import dev.apiauth.policy.token.JsonValue;
import dev.apiauth.policy.token.JwsAlgorithm;
import dev.apiauth.policy.token.TokenHeader;
import java.util.List;
import java.util.Optional;

/**
 * The usable keys of a provider (RFC 7517, section 5). Immutable; of an entry that cannot be used
 * only the reason is kept.
 */
public final class KeySet {

  private final List<VerificationKey> keys;
  private final List<String> complaints;
  private final boolean isNameless;

  KeySet(List<VerificationKey> keys, List<String> complaints) {
    this.keys = List.copyOf(keys);
    this.complaints = List.copyOf(complaints);
    this.isNameless = keys.stream().allMatch(key -> key.id().isEmpty());
  }

  /**
   * Reads a JWK Set. Entries that are unknown, broken, weak, meant for something else or ambiguous
   * are left out, one by one.
   *
   * @param utf8 of a length that the caller has bounded
   * @return empty if it is no JWK Set at all; a set of an empty array is one, and proves nothing
   */
  public static Optional<KeySet> parse(byte[] utf8) {
    return JsonObject.parse(utf8)
        .flatMap(root -> root.get("keys"))
        .flatMap(JsonValue::elements)
        .map(KeySetReader::read);
  }

  /**
   * The key that has to prove a token with this header: the one of its {@code kid}, or the only one
   * that fits where it names none (J12).
   */
  public KeySelection select(TokenHeader header, JwsAlgorithm algorithm) {
    List<VerificationKey> named = keys.stream().filter(key -> isMeant(key, header)).toList();
    List<VerificationKey> fitting = named.stream().filter(key -> key.fits(algorithm)).toList();
    if (fitting.size() == 1) {
      return new KeySelection.Chosen(fitting.getFirst());
    }
    if (fitting.size() > 1) {
      return new KeySelection.Unfit("J12: the token names no key and several would do");
    }
    return header.keyId().isPresent() && !named.isEmpty()
        ? new KeySelection.Unfit("J5: the key is not one for the token's algorithm")
        : new KeySelection.Unknown();
  }

  /** In a set without names, a key written into a policy by hand, a token's name means nothing. */
  private boolean isMeant(VerificationKey key, TokenHeader header) {
    return isNameless || header.keyId().isEmpty() || header.keyId().equals(key.id());
  }

  /** Whether this very key is still in the set, under the same name and for the same use. */
  public boolean holds(VerificationKey key) {
    return keys.contains(key);
  }

  /** How many keys can be used. */
  public int size() {
    return keys.size();
  }

  /** One sentence per entry that was left out, without key material. */
  public List<String> complaints() {
    return complaints;
  }

  @Override
  public String toString() {
    return "KeySet" + keys;
  }
}
