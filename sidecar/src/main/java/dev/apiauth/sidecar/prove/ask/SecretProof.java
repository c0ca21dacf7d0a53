package dev.apiauth.sidecar.prove.ask;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that one knows a secret, without showing it, to whoever knows it too.
 *
 * @param secret not empty
 */
record SecretProof(String secret) {

  private static final String ALGORITHM = "HmacSHA256";

  /** HMAC-SHA256 of the text with the secret as key (RFC 2104), in lower case hexadecimal. */
  String of(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  @Override
  public String toString() {
    return "SecretProof[...]";
  }
}
