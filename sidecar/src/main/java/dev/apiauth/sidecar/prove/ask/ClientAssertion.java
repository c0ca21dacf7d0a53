package dev.apiauth.sidecar.prove.ask;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * A JWT by which this service says who it is (RFC 7523, section 3): good for a minute and for one
 * use.
 */
record ClientAssertion(JWTClaimsSet claims) {

  private static final Duration LIFE = Duration.ofSeconds(60);

  /** Of a client that authenticates (RFC 7523, section 2.2). */
  static ClientAssertion ofClient(String clientId, String audience, Instant now) {
    return new ClientAssertion(claims(clientId, audience, now).subject(clientId).build());
  }

  /** Of a service account that asks for a token in another's name (RFC 7523, section 2.1). */
  static ClientAssertion ofServiceAccount(
      String account, String subject, String scope, String audience, Instant now) {
    return new ClientAssertion(
        claims(account, audience, now).subject(subject).claim("scope", scope).build());
  }

  private static JWTClaimsSet.Builder claims(String issuer, String audience, Instant now) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience(audience)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFE)))
        .jwtID(UUID.randomUUID().toString());
  }

  /**
   * Signs it: RS256 with an RSA key, ES256 to ES512 by the curve of another.
   *
   * @param pem the private key, PKCS#8 in PEM
   */
  Asked<String> signedWith(String pem) {
    return PrivateKeyPem.read(pem)
        .map(
            key ->
                key instanceof ECPrivateKey elliptic
                    ? sign(() -> new ECDSASigner(elliptic))
                    : sign(() -> new RSASSASigner(key)))
        .orElseGet(
            () ->
                Asked.silent(
                    "it cannot be asked: its client's private key is no PKCS#8 key of RSA or EC"));
  }

  private interface SignerSource {
    JWSSigner signer() throws JOSEException;
  }

  private Asked<String> sign(SignerSource source) {
    try {
      JWSSigner signer = source.signer();
      var jwt =
          new SignedJWT(
              new JWSHeader.Builder(algorithm(signer)).type(JOSEObjectType.JWT).build(), claims);
      jwt.sign(signer);
      return Asked.told(jwt.serialize());
    } catch (JOSEException unfit) {
      return Asked.silent("it cannot be asked: its client's private key cannot sign");
    }
  }

  private static JWSAlgorithm algorithm(JWSSigner signer) {
    return signer instanceof ECDSASigner
        ? signer.supportedJWSAlgorithms().iterator().next()
        : JWSAlgorithm.RS256;
  }
}
