package dev.apiauth.sidecar.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Company;
import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.idp.KeycloakIssuer;
import dev.apiauth.testkit.idp.KeycloakRealm;
import dev.apiauth.testkit.idp.OidcProviderServer;
import dev.apiauth.testkit.scenario.Client.Answer;
import dev.apiauth.testkit.scenario.Manifest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The guide's story with a real Keycloak and a real oidc-provider that are asked about tokens, by
 * every way in which a client proves itself there: alice calls as herself, nobody without a token,
 * and bob, who is in no group, is turned away.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealProvidersProveTheirTokens {

  private static final String CALL = "/rest/api/2/project";

  private final OidcProviderServer oidc = OidcProviderServer.start();

  @AfterAll
  void stop() {
    oidc.close();
  }

  @ParameterizedTest(name = "{0} by {1}")
  @CsvSource({"jira, ClientSecretBasic", "jira, ClientSecretPost", "bitbucket, PrivateKeyJwt"})
  void keycloakIsAsked(String client, String authentication) {
    KeycloakIssuer realm = Company.realm();
    String secret =
        client.equals("bitbucket")
            ? KeycloakRealm.assertionKey().privateKeyPem()
            : realm.realm().client(client).secret();
    var provider =
        Map.of(
            "name", "company",
            "type", "Introspection",
            "issuer", realm.issuer(),
            "introspectionURL", realm.introspectionUri(),
            "client", client(client, authentication),
            "audiences", List.of(client),
            "username", Map.of("claim", "preferred_username"),
            "groups", Map.of("claim", "groups"));

    try (Protected jira = start(provider, realm.issuer(), secret)) {
      tellsTheStory(jira, realm.tokenOf("alice"), realm.tokenOf("bob"));
      refused(jira, realm.tokenOf("alice", "other-app"), 401, "token_inactive");
    }
  }

  /** What a lightweight token leaves out is asked for; the preset is as it is shipped. */
  @Test
  void keycloaksLightweightTokensAreCompleted() {
    KeycloakIssuer realm = Company.realm();
    String url = realm.issuer().substring(0, realm.issuer().indexOf("/realms/"));
    var provider =
        Map.of(
            "name", "company",
            "preset", "Keycloak",
            "parameters", Map.of("url", url, "realm", "atlassian"),
            "client", client("jira", "ClientSecretBasic"),
            "audiences", List.of("jira"));

    try (Protected jira = start(provider, realm.issuer(), realm.realm().client("jira").secret())) {
      tellsTheStory(
          jira, realm.tokenOf("alice", "lightweight"), realm.tokenOf("bob", "lightweight"));
      tellsTheStory(jira, realm.tokenOf("alice"), realm.tokenOf("bob"));
    }
  }

  @ParameterizedTest(name = "{0} by {1}")
  @CsvSource({
    "asks-by-basic, ClientSecretBasic",
    "asks-by-post, ClientSecretPost",
    "asks-by-assertion, PrivateKeyJwt"
  })
  void oidcProviderIsAskedAboutOpaqueTokens(String client, String authentication) {
    String secret =
        authentication.equals("PrivateKeyJwt")
            ? oidc.assertionKey().privateKeyPem()
            : oidc.client(client).secret();
    var provider =
        Map.of(
            "name", "company",
            "type", "Introspection",
            "introspectionURL", oidc.introspectionUri(),
            "client", client(client, authentication),
            "audiences", List.of("jira"),
            "username", Map.of("claim", "username"),
            "groups", Map.of("claim", "groups"));

    try (Protected jira = start(provider, oidc.issuer(), secret)) {
      tellsTheStory(jira, oidc.tokenOf("alice"), oidc.tokenOf("bob"));
      refused(jira, oidc.tokenForAnotherAudience("alice"), 401, "token_not_for_us");
      String revoked = oidc.tokenOf("alice");
      oidc.revoke(revoked, "guide");
      refused(jira, revoked, 401, "token_inactive");
    }
  }

  @Test
  void oidcProvidersJwtsAreProvenBySignature() {
    var provider =
        Map.of(
            "name",
            "company",
            "preset",
            "Oidc",
            "parameters",
            Map.of("issuer", oidc.issuer()),
            "audiences",
            List.of("jira"));

    try (Protected jira = start(provider, oidc.issuer(), "nothing")) {
      tellsTheStory(jira, oidc.jwtOf("alice"), oidc.jwtOf("bob"));
    }
  }

  private static Map<String, Object> client(String id, String authentication) {
    return Map.of(
        "id", id,
        "authentication", authentication,
        "secretRef", Map.of("name", "asks", "key", "secret"));
  }

  private static Protected start(Map<String, ?> provider, String issuer, String secret) {
    Protected jira =
        Scenario.jira()
            .with("/spec/providers", List.of(provider))
            .allowingEgress("127.0.0.0/8", origin(issuer))
            .start();
    jira.folder()
        .putSecret(
            "asks",
            Manifest.of("{apiVersion: v1, kind: Secret, metadata: {name: asks}}")
                .with("/stringData", Map.of("secret", secret)));
    return jira;
  }

  private static String origin(String issuer) {
    int path = issuer.indexOf('/', "https://".length());
    return path < 0 ? issuer : issuer.substring(0, path);
  }

  private static void tellsTheStory(Protected jira, String alices, String bobs) {
    passesAsAlice(jira, alices);
    refused(jira, bobs, 403, "group");
    assertThat(jira.client().get(CALL).send().status()).isEqualTo(401);
  }

  private static void passesAsAlice(Protected jira, String token) {
    Eventually.holds(() -> call(jira, token).status() != 503, "the Secret is read");
    assertThat(call(jira, token).status()).as(jira.audit().toString()).isEqualTo(200);
    assertThat(jira.reachedProduct())
        .last()
        .satisfies(seen -> assertThat(seen.actedAs()).isEqualTo("alice"));
  }

  private static void refused(Protected jira, String token, int status, String reason) {
    Answer answer = call(jira, token);

    assertThat(answer.body()).contains("\"code\":\"" + reason);
    assertThat(answer.status()).isEqualTo(status);
  }

  private static Answer call(Protected jira, String token) {
    return jira.client().get(CALL).bearer(token).send();
  }
}
