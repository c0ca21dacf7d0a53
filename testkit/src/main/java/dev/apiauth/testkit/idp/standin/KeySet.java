package dev.apiauth.testkit.idp.standin;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import dev.apiauth.testkit.idp.SigningKey;
import java.util.Arrays;
import java.util.List;

/** Key sets as providers publish them (RFC 7517, section 5). */
final class KeySet {

  private KeySet() {}

  /** With {@code alg}, as Okta, Google and Cognito do. */
  static String of(SigningKey... keys) {
    List<JWK> published = Arrays.stream(keys).map(SigningKey::publicJwk).toList();
    return new JWKSet(published).toString();
  }

  /** Without {@code alg}, as Microsoft does. */
  static String withoutAlgorithm(SigningKey... keys) {
    List<JWK> published = Arrays.stream(keys).map(KeySet::bare).toList();
    return new JWKSet(published).toString();
  }

  private static JWK bare(SigningKey key) {
    return new RSAKey.Builder(key.publicJwk().toRSAKey()).algorithm(null).build();
  }
}
