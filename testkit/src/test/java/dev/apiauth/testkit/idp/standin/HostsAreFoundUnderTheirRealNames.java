package dev.apiauth.testkit.idp.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.apiauth.testkit.idp.DocumentPrinter;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostsAreFoundUnderTheirRealNames {

  private final StandInNetwork network = StandInNetwork.open();

  @AfterEach
  void stop() {
    network.close();
  }

  @Test
  void anotherProcessWithHostsFileAndCaReadsTheKeysThatSign() throws Exception {
    var entra = EntraStandIn.startIn(network, EntraVersion.V2);
    var uri =
        "https://login.microsoftonline.com/%s/discovery/v2.0/keys".formatted(EntraStandIn.TENANT);

    var printer = new DocumentPrinter(network.hostsFile(), network.caFile());
    var keys = JWKSet.parse(printer.printed(uri));

    assertThat(isSignedBy(keys, entra.valid(Person.alice()))).isTrue();
    var forged = entra.issue(TokenKind.FORGED, Person.alice()).orElseThrow();
    assertThat(isSignedBy(keys, forged)).isFalse();
    var foreign = entra.issue(TokenKind.OTHER_TENANT, Person.alice()).orElseThrow();
    assertThat(isSignedBy(keys, foreign)).as("one key signs for all tenants").isTrue();
  }

  @Test
  void everyHostHasAnAddressOfItsOwn() throws Exception {
    var providers = HostedProvider.startAllIn(network);

    var hosts = providers.stream().flatMap(each -> each.server().hosts().stream()).toList();
    assertThat(network.hosts()).containsOnlyKeys(hosts.toArray(String[]::new));
    assertThat(network.hosts().values()).doesNotHaveDuplicates();
    assertThat(Files.readAllLines(network.hostsFile())).hasSize(hosts.size() + 1);
  }

  @Test
  void aNameIsTakenOnce() {
    GitHubStandIn.startIn(network);
    GitHubStandIn.enterprise(network, "github.example.com");

    assertThatThrownBy(() -> GitHubStandIn.startIn(network))
        .hasMessage("api.github.com has a stand-in already");
  }

  private static boolean isSignedBy(JWKSet keys, String token) throws Exception {
    var jwt = SignedJWT.parse(token);
    var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
    return jwt.verify(new RSASSAVerifier(key));
  }
}
