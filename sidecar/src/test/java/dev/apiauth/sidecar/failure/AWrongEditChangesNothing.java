package dev.apiauth.sidecar.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.StubCompany;
import dev.apiauth.testkit.scenario.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** A resource file that is wrong, half-written or gone: the policy in force stays (F21, F22). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AWrongEditChangesNothing {

  private static final String PROJECTS = "/rest/api/2/project";

  private final StubCompany company = new StubCompany();
  private Protected jira = company.trusted(Scenario.jira()).start();
  private Optional<PolicyHash> before = Optional.empty();

  @BeforeEach
  void remember() {
    assertThat(status("alice")).isEqualTo(200);
    before = jira.sidecar().policy();
  }

  @AfterEach
  void restart() {
    jira.close();
    jira = company.trusted(Scenario.jira()).start();
  }

  @AfterAll
  void stop() {
    jira.close();
    company.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/dev/apiauth/sidecar/failure/wrong-edits.csv", numLinesToSkip = 1)
  void theRunningPolicyStays(String what, String pointer, String value) {
    jira.folder().write(jira.resource().with(pointer, value));
    awaitALook();

    assertThat(jira.sidecar().policy()).isEqualTo(before);
    assertThat(status("alice")).isEqualTo(200);
    assertThat(jira.client().get(PROJECTS).send().status()).isEqualTo(401);
  }

  @Test
  void halfAFileIsNoPolicy() {
    String whole = jira.resource().with("/spec/access/groups/allow", "[others]").yaml();
    jira.folder().writeText(whole.substring(0, whole.length() / 2));
    awaitALook();
    assertThat(jira.sidecar().policy()).isEqualTo(before);
    assertThat(status("alice")).isEqualTo(200);

    jira.folder().writeText(whole);

    Eventually.holds(() -> status("alice") == 403, "the other half arrives");
  }

  @Test
  void anEmptyOrMissingFileIsNoPolicy() throws IOException {
    jira.folder().writeText("");
    awaitALook();
    assertThat(status("alice")).isEqualTo(200);

    Files.delete(jira.folder().resource());
    awaitALook();
    assertThat(status("alice")).isEqualTo(200);
    assertThat(jira.sidecar().policy()).isEqualTo(before);
  }

  /** Otherwise a typo would keep a token alive that was taken off file because it leaked. */
  @Test
  void aTokenTakenOffFileDiesThoughTheResourceIsBroken() {
    jira.folder().writeText("kind: [");
    awaitALook();

    jira.folder().removeSecret("pat-alice");

    Eventually.holds(() -> status("alice") == 403, "alice's token is gone");
    assertThat(status("bob")).isEqualTo(200);
  }

  @Test
  void aFaultySecretDeniesOnlyWhoNeedsIt() {
    String token = jira.product().issueToken("alice").value();
    jira.folder().putTokenOnFile("alice", token);
    jira.folder()
        .putSecret(
            "pat-of-alice-too",
            Manifest.of(
                "{apiVersion: v1, kind: Secret, metadata: {name: pat-of-alice-too, labels:"
                    + " {apiauth.dev/pat-vault: \"true\"}}, stringData: {username: alice, token:"
                    + " other}}"));

    Eventually.holds(() -> status("alice") == 403, "two tokens on file are none");
    assertThat(status("bob")).isEqualTo(200);
  }

  /** Until a good edit that was made after the wrong one would have been in force. */
  private static void awaitALook() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int status(String user) {
    return jira.client().get(PROJECTS).bearer(company.tokenOf(user)).send().status();
  }
}
