package dev.apiauth.policy.token;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The signature algorithms that are implemented (RFC 7518, section 3.1; RFC 8037; RFC 9864). {@code
 * none} is not among them, in no spelling (J4).
 */
public enum JwsAlgorithm {
  HS256(KeyType.OCT),
  HS384(KeyType.OCT),
  HS512(KeyType.OCT),
  RS256(KeyType.RSA),
  RS384(KeyType.RSA),
  RS512(KeyType.RSA),
  PS256(KeyType.RSA),
  PS384(KeyType.RSA),
  PS512(KeyType.RSA),
  ES256(KeyType.EC),
  ES384(KeyType.EC),
  ES512(KeyType.EC),
  /** {@code EdDSA} with the curve Ed25519; RFC 9864 names the same {@code Ed25519}. */
  ED25519(KeyType.OKP);

  /** The {@code kty} of the keys that an algorithm works with (RFC 7518, section 6.1; RFC 8037). */
  public enum KeyType {
    OCT,
    RSA,
    EC,
    OKP
  }

  /**
   * Every algorithm whose verifier cannot sign. What a provider with published keys may use: with a
   * symmetric one, whoever can read the key set could issue tokens (J4).
   */
  public static final Set<JwsAlgorithm> ASYMMETRIC =
      Collections.unmodifiableSet(EnumSet.range(RS256, ED25519));

  private final KeyType keyType;

  JwsAlgorithm(KeyType keyType) {
    this.keyType = keyType;
  }

  public KeyType keyType() {
    return keyType;
  }

  /** The algorithm of that name, compared with case (RFC 7515, section 4.1.1). */
  public static Optional<JwsAlgorithm> named(String name) {
    if (name.equals("EdDSA") || name.equals("Ed25519")) {
      return Optional.of(ED25519);
    }
    return Arrays.stream(values())
        .filter(algorithm -> algorithm != ED25519 && algorithm.name().equals(name))
        .findFirst();
  }
}
