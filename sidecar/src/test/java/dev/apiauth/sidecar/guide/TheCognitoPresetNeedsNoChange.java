package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.SidecarProcess;
import dev.apiauth.testkit.idp.CognitoStandIn;
import dev.apiauth.testkit.idp.CognitoTokens;
import dev.apiauth.testkit.product.ProductSimulator;
import dev.apiauth.testkit.product.RunningProduct;
import dev.apiauth.testkit.scenario.Client.Answer;
import dev.apiauth.testkit.scenario.Manifest;
import dev.apiauth.testkit.scenario.PolicyFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The smallest resource, with the AwsCognito preset as it is shipped, against a stand-in that is
 * found under Cognito's real host name, over TLS (4-providers 4.4).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TheCognitoPresetNeedsNoChange {

  private final CognitoStandIn cognito = CognitoStandIn.start();
  private final CognitoTokens tokens = cognito.tokens();
  private final RunningProduct jira = ProductSimulator.jira().withUser("alice").start();
  private final SidecarProcess sidecar =
      SidecarProcess.start(
          folder(),
          // A JVM reads its hosts file when it starts: only another one finds Cognito by its name.
          List.of("-Djdk.net.hosts.file=" + cognito.hostsFile()),
          List.of("--egress-allow=127.0.0.0/8", "--egress-certificates=" + cognito.caFile()));

  private PolicyFolder folder() {
    var folder = PolicyFolder.in(Path.of(System.getProperty("java.io.tmpdir")));
    folder.putSecret(
        "pat-alice",
        Manifest.of(
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: pat-alice, labels: {apiauth.dev/pat-vault: jira}}
                stringData: {username: alice}
                """)
            .with("/stringData/token", '"' + jira.issueToken("alice").value() + '"'));
    folder.write(Manifest.of(smallestResource()).with("/spec/upstream/port", jira.port()));
    return folder;
  }

  private static String smallestResource() {
    try (var in = TheCognitoPresetNeedsNoChange.class.getResourceAsStream("smallest.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeAll
  void waitForThePolicy() {
    Eventually.holds(
        () -> sidecar.client().get("/status").send().status() == 200, "the policy is in force");
  }

  @BeforeEach
  void forget() {
    jira.forget();
  }

  @AfterAll
  void stop() {
    sidecar.close();
    jira.close();
    cognito.close();
  }

  @Test
  void anAccessTokenRunsAsItsUser() {
    Answer answer = call(tokens.accessToken("alice", "jira-api-users").sign());

    assertThat(answer.status()).as(answer.body() + sidecar.printed()).isEqualTo(200);
    assertThat(jira.seen()).last().satisfies(seen -> assertThat(seen.actedAs()).isEqualTo("alice"));
    assertThat(cognito.keySetRequests()).isPositive();
  }

  @Test
  void anIdTokenDoesNot() {
    refused(
        call(tokens.idToken("alice", "jira-api-users").sign()), 401, "token_not_an_access_token");
  }

  @Test
  void norATokenOfAnotherUse() {
    refused(
        call(tokens.accessToken("alice", "jira-api-users").claim("token_use", "id").sign()),
        401,
        "token_not_an_access_token");
  }

  @Test
  void norATokenOfAnotherAppClient() {
    refused(
        call(
            tokens
                .accessToken("alice", "jira-api-users")
                .claim("client_id", "7another0app1client2id3456")
                .sign()),
        401,
        "token_not_for_us");
  }

  @Test
  void norAnAudienceInPlaceOfTheAppClient() {
    refused(
        call(
            tokens
                .accessToken("alice", "jira-api-users")
                .withoutClaim("client_id")
                .audience(cognito.pool().clientId())
                .sign()),
        401,
        "token_not_for_us");
  }

  @Test
  void anApplicationThatIsNotMappedIsNobody() {
    refused(
        call(tokens.applicationToken(cognito.pool().clientId(), "jira/read").sign()),
        403,
        "application_unmapped");
  }

  @Test
  void whoIsInNoGroupHasNoClaimAndIsRefused() {
    refused(call(tokens.accessToken("alice").sign()), 403, "groups_unknown");
    refused(call(tokens.accessToken("alice", "others").sign()), 403, "group_missing");
  }

  @Test
  void theNetworkCountsBeforeTheToken() {
    Answer answer =
        sidecar
            .client()
            .get("/rest/api/2/project")
            .header("X-Forwarded-For", "198.51.100.7")
            .bearer(tokens.accessToken("alice", "jira-api-users").sign())
            .send();

    refused(answer, 403, "address_refused");
  }

  private Answer call(String token) {
    return sidecar
        .client()
        .get("/rest/api/2/project")
        .header("X-Forwarded-For", "203.0.113.7")
        .bearer(token)
        .send();
  }

  private void refused(Answer answer, int status, String reason) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"code\":\"" + reason + "\"");
    assertThat(jira.seen()).isEmpty();
  }
}
