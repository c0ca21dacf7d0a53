package dev.apiauth.sidecar.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Company;
import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.idp.KeycloakRealm;
import dev.apiauth.testkit.scenario.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real Keycloak is asked about each token: by introspection alone, and for what it left out. */
class KeycloakIsAskedAboutTokens {

  private static final String CALL = "/rest/api/2/project";

  @ParameterizedTest
  @CsvSource({
    "ClientSecretBasic, jira",
    "ClientSecretPost, confluence",
    "PrivateKeyJwt, bitbucket"
  })
  void howeverThisServiceAuthenticates(String authentication, String client) {
    try (Protected jira = introspecting(authentication, client).start()) {
      assertThat(call(jira, Company.realm().tokenOf("alice")).status()).isEqualTo(200);
      assertThat(jira.reachedProduct().getLast().actedAs()).isEqualTo("alice");

      assertThat(call(jira, Company.realm().tokenOf("bob")).body()).contains("groups_unknown");
      assertThat(call(jira, Company.realm().tokenOf("alice", "other-app")).status()).isEqualTo(401);
      assertThat(call(jira, withAnotherSignature(Company.realm().tokenOf("carol"))).body())
          .contains("token_inactive");
    }
  }

  @Test
  void notByAWrongSecret() {
    Scenario wrong =
        introspecting("ClientSecretBasic", "jira").withSecret("idp-client", "secret", "wrong");

    try (Protected jira = wrong.start()) {
      Answer answer = call(jira, Company.realm().tokenOf("alice"));

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(jira.reachedProduct()).isEmpty();
      Eventually.holds(() -> !jira.audit().isEmpty(), "the decision is recorded");
      assertThat(jira.audit().getLast().toString()).doesNotContain("wrong");
    }
  }

  @Test
  void aLightweightTokenIsCompleted() {
    Scenario asking =
        Company.trusted(Scenario.jira())
            .with("/spec/providers/0/client/id", "jira")
            .with("/spec/providers/0/client/secretRef/name", "idp-client")
            .with("/spec/providers/0/client/secretRef/key", "secret")
            .withSecret("idp-client", "secret", Company.realm().realm().client("jira").secret());

    try (Protected jira = asking.start()) {
      assertThat(call(jira, Company.realm().tokenOf("alice", "lightweight")).status())
          .isEqualTo(200);
      assertThat(jira.reachedProduct().getLast().actedAs()).isEqualTo("alice");
      assertThat(call(jira, Company.realm().tokenOf("bob", "lightweight")).body())
          .contains("groups_unknown");
      assertThat(call(jira, Company.realm().tokenOf("alice")).status())
          .as("a whole token needs nothing")
          .isEqualTo(200);
    }
  }

  @Test
  void withoutAClientALightweightTokenNamesNobody() {
    try (Protected jira = Company.trusted(Scenario.jira()).start()) {
      assertThat(call(jira, Company.realm().tokenOf("alice", "lightweight")).body())
          .contains("user_unmapped");
    }
  }

  private static Scenario introspecting(String authentication, String client) {
    String issuer = Company.realm().issuer();
    return Company.trusted(Scenario.jira())
        .without("/spec/providers/0/preset")
        .without("/spec/providers/0/parameters")
        .with("/spec/providers/0/type", "Introspection")
        .with("/spec/providers/0/issuer", '"' + issuer + '"')
        .with(
            "/spec/providers/0/introspectionURL",
            '"' + issuer + "/protocol/openid-connect/token/introspect\"")
        .with("/spec/providers/0/username/claim", "preferred_username")
        .with("/spec/providers/0/groups/claim", "groups")
        .with("/spec/providers/0/client/id", client)
        .with("/spec/providers/0/client/authentication", authentication)
        .with("/spec/providers/0/client/secretRef/name", "idp-client")
        .with("/spec/providers/0/client/secretRef/key", "secret")
        .withSecret("idp-client", "secret", secret(client));
  }

  private static String secret(String client) {
    return client.equals("bitbucket")
        ? KeycloakRealm.assertionKey().privateKeyPem()
        : Company.realm().realm().client(client).secret();
  }

  private static String withAnotherSignature(String token) {
    int signature = token.lastIndexOf('.') + 1;
    char other = token.charAt(signature) == 'A' ? 'B' : 'A';
    return token.substring(0, signature) + other + token.substring(signature + 1);
  }

  private static Answer call(Protected jira, String token) {
    return jira.client().get(CALL).bearer(token).send();
  }
}
