package dev.apiauth.testkit.idp;

import com.nimbusds.jose.util.Base64URL;
import java.security.SecureRandom;

/**
 * Proof key for code exchange (RFC 7636).
 *
 * @param verifier 43 characters of randomness
 */
record Pkce(String verifier) {

  private static final int RANDOM_BYTES = 32;

  static Pkce random() {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    return new Pkce(Base64URL.encode(random).toString());
  }

  /** The challenge by method S256 (section 4.2). */
  String challenge() {
    return Base64URL.encode(Digest.sha256(verifier)).toString();
  }
}
