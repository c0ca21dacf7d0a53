package dev.apiauth.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.SignedJWT;
import dev.apiauth.testkit.tls.TestCertificateAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class KeycloakStartsAfreshAndRotatesItsKeys {

  private final TestCertificateAuthority authority = TestCertificateAuthority.named("test");

  @Test
  void overTlsTheOldKeyStaysPublishedUntilItRetires() throws Exception {
    var options = KeycloakOptions.defaults().secured(authority.server("localhost"));
    try (var keycloak = KeycloakServer.start(options)) {
      assertThat(keycloak.issuer()).startsWith("https://localhost:");
      var old = kidOf(keycloak.tokenOf("alice"));

      keycloak.rotateKeys();
      var next = kidOf(keycloak.tokenOf("alice"));
      assertThat(next).isNotEqualTo(old);
      assertThat(signingKids(keycloak.mainIssuer())).containsExactlyInAnyOrder(old, next);

      keycloak.mainIssuer().retireOldKeys();
      assertThat(signingKids(keycloak.mainIssuer())).containsExactly(next);
    }
  }

  @Test
  void whatWasChangedIsGoneAfterTheNextStart() throws Exception {
    String kid;
    try (var first = KeycloakServer.start()) {
      kid = kidOf(first.tokenOf("alice"));
      first.rotateKeys();
    }
    try (var second = KeycloakServer.start()) {
      assertThat(kidOf(second.tokenOf("alice"))).isEqualTo(kid);
    }
  }

  @Test
  void aRealmIsTheSameTextInEveryJvmSinceItsImportIsKeptUnderItsName() {
    assertThat(KeycloakRealm.atlassian().json())
        .startsWith("{\"accessTokenLifespan\":300,\"clients\":[{\"attributes\":{")
        .isEqualTo(KeycloakRealm.atlassian().json());
  }

  @Test
  void aServerThatCannotStartSaysWhatItsLogSays() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var options = KeycloakOptions.defaults().onPort(taken.getLocalPort());

      assertThatThrownBy(() -> KeycloakServer.start(options))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("did not become ready")
          .hasMessageContaining("port");
    }
  }

  private static String kidOf(String token) throws ParseException {
    return SignedJWT.parse(token).getHeader().getKeyID();
  }

  private List<String> signingKids(KeycloakIssuer issuer)
      throws IOException, InterruptedException, ParseException {
    try (var client = HttpClient.newBuilder().sslContext(authority.trustingContext()).build()) {
      var request = HttpRequest.newBuilder(URI.create(issuer.jwksUri())).build();
      var set = JWKSet.parse(client.send(request, BodyHandlers.ofString()).body());
      var signing = new JWKMatcher.Builder().keyUse(KeyUse.SIGNATURE).build();
      return new JWKSelector(signing).select(set).stream().map(JWK::getKeyID).toList();
    }
  }
}
