package dev.apiauth.sidecar.prove.jws;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** Which RSA keys prove anything (J7; RFC 7518, section 3.3), and which are too costly to use. */
final class RsaKeyRules {

  private static final int MIN_MODULUS_BITS = 2048;
  private static final int MAX_MODULUS_BITS = 8192;
  private static final int MAX_EXPONENT_BITS = 64;
  private static final BigInteger MIN_EXPONENT = BigInteger.valueOf(3);

  private RsaKeyRules() {}

  /** What is wrong with the key; empty if nothing is. */
  static Optional<String> flaw(RSAPublicKey key) {
    return modulusFlaw(key.getModulus()).or(() -> exponentFlaw(key.getPublicExponent()));
  }

  private static Optional<String> modulusFlaw(BigInteger modulus) {
    int bits = modulus.bitLength();
    if (bits < MIN_MODULUS_BITS || bits > MAX_MODULUS_BITS) {
      return Optional.of(
          "J7: its modulus has %d bits, not %d to %d"
              .formatted(bits, MIN_MODULUS_BITS, MAX_MODULUS_BITS));
    }
    return RocaFingerprint.matches(modulus)
        ? Optional.of("J7: its factors can be computed (ROCA, CVE-2017-15361)")
        : Optional.empty();
  }

  private static Optional<String> exponentFlaw(BigInteger exponent) {
    boolean sound =
        exponent.testBit(0)
            && exponent.compareTo(MIN_EXPONENT) >= 0
            && exponent.bitLength() <= MAX_EXPONENT_BITS;
    return sound
        ? Optional.empty()
        : Optional.of("J7: its exponent is even, below 3 or longer than 64 bits");
  }
}
