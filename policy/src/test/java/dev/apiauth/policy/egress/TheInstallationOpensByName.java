package dev.apiauth.policy.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.policy.egress.EgressVerdict.Admitted;
import dev.apiauth.policy.egress.EgressVerdict.Refused;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code egress.allow}: an origin opens a scheme, a name and a port; never the network behind them.
 */
class TheInstallationOpensByName {

  private final EgressRules rules =
      new EgressRules(
          EgressAllowance.of(
              List.of(
                  "http://keycloak.idp.svc:8080",
                  "https://idp.corp.example:9443",
                  "http://127.0.0.1:8180",
                  "http://localhost",
                  "10.96.0.0/12")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://keycloak.idp.svc:8080/realms/one",
        "http://KEYCLOAK.idp.svc:8080/realms/one",
        "https://idp.corp.example:9443/jwks",
        "http://127.0.0.1:8180/realms/one",
        "http://localhost:80/",
        "https://10.96.0.1/"
      })
  void whatWasOpenedIsAdmitted(String url) {
    assertThat(rules.check(url)).isInstanceOf(Admitted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://keycloak.idp.svc/",
        "http://keycloak.idp.svc:8081/",
        "https://keycloak.idp.svc:8080/",
        "https://keycloak.idp.svc/",
        "http://idp.corp.example:9443/",
        "https://idp.corp.example:9444/",
        "http://127.0.0.1:8181/",
        "http://127.0.0.2:8180/",
        "https://kubernetes.default/",
        "https://kubernetes.default.svc/",
        "https://kubernetes.default.svc.cluster.local/",
        "https://kubernetes.default.example/",
        "https://jira.atlassian.svc/",
        "https://jira.atlassian.svc.k8s.corp.example/",
        "https://jira.atlassian.pod.cluster.local/",
        "https://jira/",
        "https://a.localhost/",
        "https://localhost/"
      })
  void itsNeighboursAreNot(String url) {
    assertThat(rules.check(url)).isInstanceOf(Refused.class);
  }

  @Test
  void anOpenedNameStillHasToResolveToAnOpenAddress() {
    var keycloak = ((Admitted) rules.check("http://keycloak.idp.svc:8080/")).url();

    assertThat(rules.refusal(keycloak, InetAddress.ofLiteral("10.96.3.4"))).isEmpty();
    assertThat(rules.refusal(keycloak, InetAddress.ofLiteral("127.0.0.1"))).isPresent();
    assertThat(rules.refusal(keycloak, InetAddress.ofLiteral("169.254.169.254"))).isPresent();
  }

  @Test
  void anAddressAsOriginOpensThatAddressOnly() {
    var loopback = ((Admitted) rules.check("http://127.0.0.1:8180/")).url();

    assertThat(rules.refusal(loopback, InetAddress.ofLiteral("127.0.0.1"))).isEmpty();
    assertThat(rules.refusal(loopback, InetAddress.ofLiteral("127.0.0.2"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0",
        "10.0.0.0/33",
        "10.0.0/8",
        "::/129",
        "localhost:80",
        "http://localhost/path",
        "ftp://a.example",
        "http://u@a.example",
        "*"
      })
  void anEntryThatIsNeitherIsNamed(String entry) {
    assertThat(EgressAllowance.complaint(List.of("10.0.0.0/8", entry)))
        .get()
        .asString()
        .contains("'" + entry + "'");
    assertThatThrownBy(() -> EgressAllowance.of(List.of(entry)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
