package dev.apiauth.testkit.idp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as RFC 7518 (section 3) and RFC 8037 say, by the JDK alone. */
final class JwsSignature {

  private JwsSignature() {}

  /** The signature of {@code input} by the key and its algorithm. */
  static byte[] of(String input, SigningKey key) {
    try {
      var signature = forAlgorithm(key.algorithm());
      signature.initSign(key.keys().getPrivate());
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign with " + key.algorithm(), e);
    }
  }

  /**
   * HS256 with the public key as the secret: what a verifier computes that takes the algorithm from
   * the token (RFC 8725, section 2.1).
   */
  static byte[] hmacWithPublicKey(String input, PublicKey key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
      return mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Signature forAlgorithm(String algorithm) throws GeneralSecurityException {
    if (algorithm.equals("EdDSA")) {
      return Signature.getInstance("Ed25519");
    }
    var bits = algorithm.substring(2);
    return switch (algorithm.substring(0, 2)) {
      case "RS" -> Signature.getInstance("SHA%swithRSA".formatted(bits));
      case "ES" -> Signature.getInstance("SHA%swithECDSAinP1363Format".formatted(bits));
      case "PS" -> pss(Integer.parseInt(bits));
      default -> throw new IllegalArgumentException("no signature algorithm: " + algorithm);
    };
  }

  private static Signature pss(int bits) throws GeneralSecurityException {
    var hash = "SHA-" + bits;
    var signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), bits / Byte.SIZE, 1));
    return signature;
  }
}
