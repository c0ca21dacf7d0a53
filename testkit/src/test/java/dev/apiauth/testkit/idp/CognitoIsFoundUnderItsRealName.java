package dev.apiauth.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CognitoIsFoundUnderItsRealName {

  private final CognitoStandIn cognito = CognitoStandIn.start();

  @AfterEach
  void stop() {
    cognito.close();
  }

  @Test
  void anotherProcessWithHostsFileAndCaReadsTheKeysThatSign() throws Exception {
    var keys = JWKSet.parse(printed(cognito.issuer() + "/.well-known/jwks.json"));
    var token = JWSObject.parse(cognito.tokens().accessToken("alice").sign());

    assertThat(cognito.issuer())
        .isEqualTo("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a1B2c3D4e");
    assertThat(keys.getKeys()).hasSize(2);
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    assertThat(cognito.keySetRequests()).isEqualTo(1);
  }

  @Test
  void discoveryNamesIssuerAndKeySet() throws Exception {
    assertThat(printed(cognito.issuer() + "/.well-known/openid-configuration"))
        .contains(
            "\"issuer\":\"" + cognito.issuer() + "\"",
            "\"jwks_uri\":\"" + cognito.issuer() + "/.well-known/jwks.json\"");
  }

  @Test
  void twoOfThemRunSideBySide() {
    try (var second = CognitoStandIn.start()) {
      assertThat(second.address()).isNotEqualTo(cognito.address());
    }
  }

  /** By a process of its own, since a JVM reads its hosts file at its start. */
  private String printed(String uri) throws IOException, InterruptedException {
    return new DocumentPrinter(cognito.hostsFile(), cognito.caFile()).printed(uri);
  }
}
