package dev.apiauth.sidecar.prove;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/** A provider's signing key in the tests' hands. */
public final class Forge {

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final String keyId;
  private final String algorithm;
  private final String engine;
  private final KeyPair pair;

  private Forge(String keyId, String algorithm, String engine, KeyPair pair) {
    this.keyId = keyId;
    this.algorithm = algorithm;
    this.engine = engine;
    this.pair = pair;
  }

  public static Forge rsa(String keyId) {
    return rsa(keyId, 2048);
  }

  public static Forge rsa(String keyId, int bits) {
    return new Forge(keyId, "RS256", "SHA256withRSA", pair("RSA", bits));
  }

  public static Forge ec(String keyId) {
    return new Forge(keyId, "ES256", "SHA256withECDSAinP1363Format", pair("EC", 256));
  }

  public static Forge ed25519(String keyId) {
    return new Forge(keyId, "EdDSA", "Ed25519", pair("Ed25519", 255));
  }

  private static KeyPair pair(String type, int size) {
    try {
      var generator = KeyPairGenerator.getInstance(type);
      generator.initialize(size);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /**
   * The public key as an entry of a key set, with further {@code members} (JSON, with a comma in
   * front).
   */
  public String jwk(String members) {
    return "{\"kid\":\"%s\",%s%s}".formatted(keyId, keyMembers(), members);
  }

  public String jwk() {
    return jwk("");
  }

  /** A key set of these. */
  public static String keySet(String... jwks) {
    return "{\"keys\":[" + String.join(",", jwks) + "]}";
  }

  private String keyMembers() {
    return switch (pair.getPublic()) {
      case RSAPublicKey rsa ->
          "\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"%s\""
              .formatted(unsigned(rsa.getModulus(), 0), unsigned(rsa.getPublicExponent(), 0));
      case ECPublicKey ec ->
          "\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\""
              .formatted(
                  unsigned(ec.getW().getAffineX(), 32), unsigned(ec.getW().getAffineY(), 32));
      default -> "\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\"".formatted(rawPoint());
    };
  }

  /** The last 32 bytes of the SubjectPublicKeyInfo (RFC 8410, section 4). */
  private String rawPoint() {
    byte[] encoded = pair.getPublic().getEncoded();
    return BASE64URL.encodeToString(
        Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
  }

  private static String unsigned(BigInteger number, int length) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
    byte[] magnitude = Arrays.copyOfRange(bytes, from, bytes.length);
    byte[] padded = new byte[Math.max(length, magnitude.length)];
    System.arraycopy(magnitude, 0, padded, padded.length - magnitude.length, magnitude.length);
    return BASE64URL.encodeToString(padded);
  }

  /** A token with the usual header. */
  public String token(String payload) {
    return token(
        "{\"alg\":\"%s\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(algorithm, keyId), payload);
  }

  /** A token with this header, whatever it says, signed with this key. */
  public String token(String header, String payload) {
    String input = encode(header) + "." + encode(payload);
    return input + "." + BASE64URL.encodeToString(sign(input.getBytes(UTF_8)));
  }

  private byte[] sign(byte[] input) {
    try {
      var signature = Signature.getInstance(engine);
      signature.initSign(pair.getPrivate());
      signature.update(input);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The public key's bytes: what an attacker would take as an HMAC secret. */
  public byte[] publicBytes() {
    return pair.getPublic().getEncoded();
  }

  public static String encode(String text) {
    return BASE64URL.encodeToString(text.getBytes(UTF_8));
  }
}
