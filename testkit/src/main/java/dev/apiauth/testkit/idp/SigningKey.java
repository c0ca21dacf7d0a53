package dev.apiauth.testkit.idp;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * A key that signs tokens.
 *
 * @param kid its name in key set and token header
 * @param algorithm the JWS {@code alg} (RFC 7518, section 3.1; RFC 8037 for {@code EdDSA})
 * @param keys private and public part
 */
public record SigningKey(String kid, String algorithm, KeyPair keys) {

  private static final int RSA_BITS = 2048;
  private static final int ED25519_BYTES = 32;

  /**
   * A new key with a random {@code kid}.
   *
   * @param algorithm RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512 or EdDSA
   *     (Ed25519)
   */
  public static SigningKey of(String algorithm) {
    return new SigningKey(UUID.randomUUID().toString(), algorithm, newKeys(algorithm));
  }

  /** A new RSA key of that size, for keys that must be refused (J7: less than 2048 bits). */
  public static SigningKey rsa(String algorithm, int bits) {
    return new SigningKey(UUID.randomUUID().toString(), algorithm, newRsaKeys(bits));
  }

  /**
   * An RSA key that grows from a seed: the same whenever this Java makes it, for what is cached
   * between runs. Everybody can make it again; it protects nothing.
   *
   * @param algorithm of RSA
   * @param seed also its {@code kid}
   */
  public static SigningKey grown(String algorithm, String seed) {
    try {
      var random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(seed.getBytes(StandardCharsets.UTF_8));
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS, random);
      return new SigningKey(seed, algorithm, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same key under another name. */
  public SigningKey named(String otherKid) {
    return new SigningKey(otherKid, algorithm, keys);
  }

  /** The public part as a JWK (RFC 7517), with {@code kid}, {@code alg} and {@code use}. */
  public JWK publicJwk() {
    return switch (keys.getPublic()) {
      case RSAPublicKey rsa ->
          new RSAKey.Builder(rsa).keyID(kid).algorithm(alg()).keyUse(KeyUse.SIGNATURE).build();
      case ECPublicKey ec ->
          new ECKey.Builder(curveOf(algorithm), ec)
              .keyID(kid)
              .algorithm(alg())
              .keyUse(KeyUse.SIGNATURE)
              .build();
      case PublicKey edwards ->
          new OctetKeyPair.Builder(Curve.Ed25519, rawEd25519(edwards))
              .keyID(kid)
              .algorithm(alg())
              .keyUse(KeyUse.SIGNATURE)
              .build();
    };
  }

  /** The private part as PKCS #8 in PEM, unencrypted. */
  public String privateKeyPem() {
    byte[] encoded = keys.getPrivate().getEncoded();
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(lines);
  }

  private Algorithm alg() {
    return JWSAlgorithm.parse(algorithm);
  }

  private static KeyPair newKeys(String algorithm) {
    return switch (algorithm) {
      case "RS256", "RS384", "RS512", "PS256", "PS384", "PS512" -> newRsaKeys(RSA_BITS);
      case "ES256", "ES384", "ES512" -> newEcKeys(curveOf(algorithm));
      case "EdDSA" -> newEd25519Keys();
      default -> throw new IllegalArgumentException("no signature algorithm: " + algorithm);
    };
  }

  private static KeyPair newRsaKeys(int bits) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newEcKeys(Curve curve) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve.getStdName()));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newEd25519Keys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Curve curveOf(String algorithm) {
    return switch (algorithm) {
      case "ES256" -> Curve.P_256;
      case "ES384" -> Curve.P_384;
      case "ES512" -> Curve.P_521;
      default -> throw new IllegalArgumentException("no elliptic curve for " + algorithm);
    };
  }

  /** The last 32 bytes of an X.509 public key are the point itself (RFC 8410, section 4). */
  private static Base64URL rawEd25519(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Base64URL.encode(
        Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length));
  }
}
