package dev.apiauth.policy.resolve;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key as PKCS#8 in PEM (RFC 7468, section 10), not encrypted. */
final class PrivateKeyPem {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");
  private static final int FEWEST_RSA_BITS = 2048;

  private PrivateKeyPem() {}

  /** Why a text holds no such key; empty if it holds one. */
  static Optional<String> complaint(String pem) {
    Optional<PrivateKey> key = read(pem);
    if (key.isEmpty()) {
      return Optional.of(
          "holds no private key in the form of -----BEGIN PRIVATE KEY----- (PKCS#8, not encrypted,"
              + " RSA, EC or Ed25519; openssl pkcs8 -topk8 -nocrypt makes it)");
    }
    return key.get() instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() < FEWEST_RSA_BITS
        ? Optional.of("holds an RSA key of less than %d bits".formatted(FEWEST_RSA_BITS))
        : Optional.empty();
  }

  /** The key; empty if there is none. */
  static Optional<PrivateKey> read(String pem) {
    Matcher block = BLOCK.matcher(pem);
    return block.find() ? decoded(block.group(1)) : Optional.empty();
  }

  private static Optional<PrivateKey> decoded(String base64) {
    try {
      byte[] der = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
      return ALGORITHMS.stream().flatMap(name -> read(der, name).stream()).findFirst();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<PrivateKey> read(byte[] der, String algorithm) {
    try {
      return Optional.of(
          KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der)));
    } catch (GeneralSecurityException another) {
      return Optional.empty();
    }
  }
}
