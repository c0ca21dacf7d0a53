package dev.apiauth.sidecar.prove.jws;

import dev.apiauth.policy.token.JwsAlgorithm;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** Ed25519 by the JDK (RFC 8032); the library would need another one for it. */
record Ed25519Check(PublicKey key) implements SignatureCheck {

  private static final int KEY_LENGTH = 32;
  private static final int SIGNATURE_LENGTH = 64;

  /**
   * The check for an encoded key (RFC 8032, section 5.1.2).
   *
   * @throws GeneralSecurityException if the bytes are not a point of the curve
   */
  static Ed25519Check of(byte[] encoded) throws GeneralSecurityException {
    if (encoded.length != KEY_LENGTH) {
      throw new InvalidKeyException("not " + KEY_LENGTH + " bytes");
    }
    var spec = new EdECPublicKeySpec(NamedParameterSpec.ED25519, point(encoded));
    PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(spec);
    engine().initVerify(key); // the point is decoded here, and not before
    return new Ed25519Check(key);
  }

  private static EdECPoint point(byte[] littleEndian) {
    var bigEndian = new byte[KEY_LENGTH];
    for (int i = 0; i < KEY_LENGTH; i++) {
      bigEndian[i] = littleEndian[KEY_LENGTH - 1 - i];
    }
    boolean xIsOdd = (bigEndian[0] & 0x80) != 0;
    bigEndian[0] &= 0x7f;
    return new EdECPoint(xIsOdd, new BigInteger(1, bigEndian));
  }

  @Override
  public boolean passes(JwsAlgorithm algorithm, byte[] signingInput, byte[] signature) {
    if (signature.length != SIGNATURE_LENGTH) {
      return false;
    }
    try {
      Signature engine = engine();
      engine.initVerify(key);
      engine.update(signingInput);
      return engine.verify(signature);
    } catch (SignatureException malformed) {
      return false;
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException("the key was accepted when it was read", impossible);
    }
  }

  private static Signature engine() {
    try {
      return Signature.getInstance("Ed25519");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has Ed25519 since 15", impossible);
    }
  }
}
