package dev.apiauth.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class OidcProviderRunsInPlainHttpToo {

  @Test
  void withKeysOfItsOwnAndWithoutClientsThatHaveCertificates() throws Exception {
    try (var provider = OidcProviderServer.start()) {
      var token = SignedJWT.parse(provider.jwtOf("bob"));
      var keys = JWKSet.load(URI.create(provider.jwksUri()).toURL());

      var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
      assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
      assertThat(provider.issuer()).startsWith("http://127.0.0.1:");
      assertThatThrownBy(() -> provider.client("asks-by-certificate"))
          .isInstanceOf(NoSuchElementException.class);
    }
  }
}
