package dev.apiauth.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    var keys = JWKSet.parse(fetched(cognito.issuer() + "/.well-known/jwks.json"));
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
    assertThat(fetched(cognito.issuer() + "/.well-known/openid-configuration"))
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
  private String fetched(String uri) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-Djdk.net.hosts.file=" + cognito.hostsFile(),
            "-cp",
            System.getProperty("java.class.path"),
            Fetch.class.getName(),
            uri,
            cognito.caFile().toString());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
