package dev.apiauth.cli.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The proof that whoever redeems a code is who asked for it (RFC 7636, method S256).
 *
 * @param verifier kept until the code is redeemed
 */
record Pkce(String verifier) {

  private static final int BYTES = 32;

  static Pkce random(SecureRandom random) {
    return new Pkce(text(random));
  }

  /** 256 bits as text, also good for {@code state} and {@code nonce}. */
  static String text(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  String challenge() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Pkce";
  }
}
