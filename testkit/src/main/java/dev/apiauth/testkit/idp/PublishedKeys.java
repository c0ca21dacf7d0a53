package dev.apiauth.testkit.idp;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of a {@link StubIssuer}: the one that signs now, and what its key set says. */
final class PublishedKeys {

  private final List<SigningKey> keys = new ArrayList<>();
  private @Nullable String rawSet;

  PublishedKeys(SigningKey first) {
    keys.add(first);
  }

  synchronized SigningKey signing() {
    return keys.getLast();
  }

  /** Signs with a new key from now on; the old ones stay in the set. */
  synchronized void rotateTo(SigningKey next) {
    keys.add(next);
  }

  /** Leaves only the key that signs now in the set. */
  synchronized void retireOld() {
    keys.subList(0, keys.size() - 1).clear();
  }

  /** From now on the set is this text, whatever keys there are. */
  synchronized void publish(String json) {
    rawSet = json;
  }

  synchronized String json() {
    if (rawSet != null) {
      return rawSet;
    }
    List<JWK> published = keys.stream().map(SigningKey::publicJwk).toList();
    return new JWKSet(published).toString();
  }
}
