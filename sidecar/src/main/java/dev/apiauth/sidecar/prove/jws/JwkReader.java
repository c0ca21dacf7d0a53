package dev.apiauth.sidecar.prove.jws;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import dev.apiauth.policy.token.JsonObject;
import dev.apiauth.policy.token.JwsAlgorithm;
import dev.apiauth.sidecar.prove.jws.JwkReading.Unusable;
import dev.apiauth.sidecar.prove.jws.JwkReading.Usable;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a key of one entry of a key set, or says why it cannot be one (J5 to J7, J14; RFC 7517,
 * section 4).
 */
final class JwkReader {

  private JwkReader() {}

  static JwkReading read(JsonObject jwk) {
    return JwkRules.flaw(jwk).<JwkReading>map(Unusable::new).orElseGet(() -> parse(jwk));
  }

  private static JwkReading parse(JsonObject jwk) {
    try {
      return fit(jwk, JWK.parse(JwkRules.requiredMembers(jwk)));
    } catch (ParseException
        | JOSEException
        | GeneralSecurityException
        | IllegalStateException
        | IllegalArgumentException broken) {
      return new Unusable("J14: its members do not make a key");
    }
  }

  private static JwkReading fit(JsonObject jwk, JWK key)
      throws JOSEException, GeneralSecurityException {
    return switch (key) {
      case RSAKey rsa -> rsa(jwk, rsa);
      case ECKey ec -> ec(jwk, ec);
      case OctetKeyPair okp -> okp(jwk, okp);
      case OctetSequenceKey secret -> secret(jwk, secret);
      default -> new Unusable("J14: its type is not one for signatures");
    };
  }

  private static JwkReading rsa(JsonObject jwk, RSAKey key) throws JOSEException {
    var publicKey = key.toRSAPublicKey();
    Optional<String> flaw = RsaKeyRules.flaw(publicKey);
    return flaw.isPresent()
        ? new Unusable(flaw.get())
        : usable(jwk, key, KeyFit.RSA, new NimbusCheck(new RSASSAVerifier(publicKey)));
  }

  private static JwkReading ec(JsonObject jwk, ECKey key) throws JOSEException {
    Optional<JwsAlgorithm> algorithm = KeyFit.ofCurve(key.getCurve());
    if (algorithm.isEmpty()) {
      return new Unusable("J5: no implemented algorithm uses its curve");
    }
    var publicKey = key.toECPublicKey();
    var check =
        new EcdsaCheck(
            publicKey.getParams().getOrder(), new NimbusCheck(new ECDSAVerifier(publicKey)));
    return usable(jwk, key, EnumSet.of(algorithm.get()), check);
  }

  private static JwkReading okp(JsonObject jwk, OctetKeyPair key)
      throws JOSEException, GeneralSecurityException {
    if (!key.getCurve().equals(Curve.Ed25519)) {
      return new Unusable("J5: no implemented algorithm uses its curve");
    }
    return usable(jwk, key, EnumSet.of(JwsAlgorithm.ED25519), Ed25519Check.of(key.getDecodedX()));
  }

  private static JwkReading secret(JsonObject jwk, OctetSequenceKey key) throws JOSEException {
    Set<JwsAlgorithm> fit = KeyFit.ofSecret(key.size());
    return fit.isEmpty()
        ? new Unusable("its secret is shorter than any algorithm's digest (RFC 7518, section 3.2)")
        : usable(jwk, key, fit, new NimbusCheck(new MACVerifier(key)));
  }

  /**
   * The key, for those of the {@code fit} algorithms that its own {@code alg} leaves (J5; RFC 8725,
   * section 3.1).
   */
  private static JwkReading usable(
      JsonObject jwk, JWK key, Set<JwsAlgorithm> fit, SignatureCheck check) throws JOSEException {
    Set<JwsAlgorithm> named = KeyFit.narrowed(fit, jwk.string("alg"));
    return named.isEmpty()
        ? new Unusable("J5: its alg does not fit its type")
        : new Usable(
            new VerificationKey(
                jwk.string("kid"), key.computeThumbprint().toString(), named, check));
  }
}
