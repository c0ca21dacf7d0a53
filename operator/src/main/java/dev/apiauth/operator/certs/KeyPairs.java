package dev.apiauth.operator.certs;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;

/** Keys of the curve P-256, which every client of ours speaks and which are made in no time. */
final class KeyPairs {

  static final String SIGNATURE = "SHA256withECDSA";

  private static final byte[] SAMPLE = "apiauth".getBytes(StandardCharsets.US_ASCII);

  private KeyPairs() {}

  static KeyPair create() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no P-256", e);
    }
  }

  /** Whether the one key verifies what the other signs. */
  static boolean match(KeyPair keys) {
    try {
      var signer = Signature.getInstance(SIGNATURE);
      signer.initSign(keys.getPrivate());
      signer.update(SAMPLE);
      var verifier = Signature.getInstance(SIGNATURE);
      verifier.initVerify(keys.getPublic());
      verifier.update(SAMPLE);
      return verifier.verify(signer.sign());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
