package dev.apiauth.sidecar.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.idp.KeycloakClient;
import dev.apiauth.testkit.idp.KeycloakIssuer;
import dev.apiauth.testkit.idp.KeycloakOptions;
import dev.apiauth.testkit.idp.KeycloakPerson;
import dev.apiauth.testkit.idp.KeycloakRealm;
import dev.apiauth.testkit.idp.KeycloakServer;
import dev.apiauth.testkit.scenario.Client.Answer;
import dev.apiauth.testkit.tls.IssuedCertificate;
import dev.apiauth.testkit.tls.TestCertificateAuthority;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code tls_client_auth} (RFC 8705, section 2.1) at a real Keycloak over TLS: it tells about
 * tokens whoever shows the certificate of its client, and nobody else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakKnowsThisServiceByItsCertificate {

  private static final String CALL = "/rest/api/2/project";
  private static final KeycloakRealm REALM =
      KeycloakRealm.named("certified")
          .with(KeycloakPerson.named("alice", "jira-api-users"))
          .with(KeycloakPerson.named("bob"))
          .with(KeycloakClient.forApi("jira").provenByCertificateOf("CN=jira"))
          .with(KeycloakClient.forPeople(KeycloakIssuer.GUIDE, "jira"));

  private final TestCertificateAuthority authority = TestCertificateAuthority.named("company");
  private final KeycloakServer keycloak =
      KeycloakServer.start(
          KeycloakOptions.defaults().secured(authority.server("localhost")).serving(REALM));

  @TempDir private static Path folder;

  @AfterAll
  void stop() {
    keycloak.close();
  }

  @Test
  void andTellsItAboutTokens() {
    try (Protected jira = showing(authority.client("jira"))) {
      assertThat(call(jira, keycloak.tokenOf("alice")).status())
          .as(jira.audit().toString())
          .isEqualTo(200);
      assertThat(jira.reachedProduct().getLast().actedAs()).isEqualTo("alice");
      assertThat(call(jira, keycloak.tokenOf("bob")).body()).contains("groups_unknown");
    }
  }

  @Test
  void notByThatOfAnotherClient() {
    nobodyIsTold(authority.client("confluence"));
  }

  @Test
  void notByOneOfAnotherAuthority() {
    nobodyIsTold(TestCertificateAuthority.named("company").client("jira"));
  }

  private void nobodyIsTold(IssuedCertificate certificate) {
    try (Protected jira = showing(certificate)) {
      Answer answer = call(jira, keycloak.tokenOf("alice"));

      assertThat(answer.body()).contains("\"code\":\"provider_silent\"");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(jira.reachedProduct()).isEmpty();
    }
  }

  private Protected showing(IssuedCertificate certificate) {
    String origin = keycloak.issuer().substring(0, keycloak.issuer().indexOf("/realms/"));
    return Scenario.jira()
        .without("/spec/providers/0/preset")
        .without("/spec/providers/0/parameters")
        .with("/spec/providers/0/type", "Introspection")
        .with("/spec/providers/0/issuer", keycloak.issuer())
        .with("/spec/providers/0/introspectionURL", keycloak.mainIssuer().introspectionUri())
        .with("/spec/providers/0/username/claim", "preferred_username")
        .with("/spec/providers/0/groups/claim", "groups")
        .with("/spec/providers/0/client/id", "jira")
        .with("/spec/providers/0/client/authentication", "MutualTls")
        .with("/spec/providers/0/client/secretRef/name", "certificate")
        .with("/spec/providers/0/client/secretRef/key", "pem")
        .withSecret("certificate", "pem", certificate.certificatePem() + certificate.keyPem())
        .allowingEgress("127.0.0.0/8", origin)
        .trustingAuthoritiesIn(authority.writeTo(folder.resolve("ca.crt")))
        .start();
  }

  private static Answer call(Protected jira, String token) {
    return jira.client().get(CALL).bearer(token).send();
  }
}
