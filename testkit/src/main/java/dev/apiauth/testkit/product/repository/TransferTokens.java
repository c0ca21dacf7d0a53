package dev.apiauth.testkit.product.repository;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;

/**
 * The tokens that Git LFS clients are handed for a transfer: a signed JWT for one method on one
 * object that lasts some minutes. Nobody but the product can check one.
 */
public final class TransferTokens {

  /** How long one lasts. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  /** The scheme in {@code Authorization}. */
  public static final String SCHEME = "JWT ";

  private static final String ISSUER = "bitbucket";
  private static final int KEY_BYTES = 32;

  private final byte[] key = new byte[KEY_BYTES];
  private final InstantSource clock;

  public TransferTokens(InstantSource clock) {
    this.clock = clock;
    new SecureRandom().nextBytes(key);
  }

  /** The value of the {@code Authorization} field for that. */
  public String authorization(TransferGrant grant) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(grant.user())
            .claim("method", grant.method())
            .claim("path", grant.path())
            .expirationTime(Date.from(clock.instant().plus(LIFETIME)))
            .build();
    try {
      var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      jwt.sign(new MACSigner(key));
      return SCHEME + jwt.serialize();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** What a field's value lets its holder do; empty if it is no token of ours, or too old. */
  public Optional<TransferGrant> read(String authorization) {
    if (!authorization.startsWith(SCHEME)) {
      return Optional.empty();
    }
    try {
      var jwt = SignedJWT.parse(authorization.substring(SCHEME.length()));
      return jwt.verify(new MACVerifier(key)) ? grant(jwt.getJWTClaimsSet()) : Optional.empty();
    } catch (ParseException | JOSEException foreign) {
      return Optional.empty();
    }
  }

  private Optional<TransferGrant> grant(JWTClaimsSet claims) throws ParseException {
    var grant =
        new TransferGrant(
            claims.getSubject(), claims.getStringClaim("method"), claims.getStringClaim("path"));
    return Optional.of(grant)
        .filter(valid -> clock.instant().isBefore(claims.getExpirationTime().toInstant()));
  }
}
