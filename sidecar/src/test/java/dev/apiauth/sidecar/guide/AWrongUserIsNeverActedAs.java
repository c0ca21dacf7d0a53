package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.ShiftedClock;
import dev.apiauth.testkit.product.fault.Misbehaviour;
import dev.apiauth.testkit.scenario.Client.Answer;
import dev.apiauth.testkit.scenario.Manifest;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A personal access token on file acts only for the user it was proven to belong to: nothing is
 * written on any other, and where the product itself is wrong, the alarm is raised.
 */
class AWrongUserIsNeverActedAs {

  private static final String PROBE = "/plugins/servlet/applinks/whoami";
  private static final String ISSUE =
      "{\"fields\":{\"project\":{\"key\":\"ABC\"},\"summary\":\"Say it shorter\"}}";

  private final People people = new People();
  private final ShiftedClock clock = new ShiftedClock();
  private final Scenario scenario = people.trustedBy(Scenario.jira()).at(clock);

  @AfterEach
  void stop() {
    people.close();
  }

  @Test
  void anEntryOfSomebodyElseIsRefused() {
    withVault(
        jira -> jira.folder().putTokenOnFile("alice", jira.product().issueToken("bob").value()),
        "vault_entry_foreign");
  }

  @Test
  void anEntryThatTheProductNeverKnewIsRefused() {
    withVault(
        jira -> jira.folder().putTokenOnFile("alice", "MTIzNDU2Nzg5MDEyOkJvZ3VzQm9ndXNCb2d1c0Jv"),
        "vault_entry_dead");
  }

  @Test
  void aSecondEntryMakesBothUseless() {
    withVault(
        jira -> jira.folder().putSecret("second", entry(jira).with("/metadata/name", "second")),
        "vault_entry_ambiguous");
  }

  @Test
  void anExpiredEntryIsRefused() {
    withVault(
        jira ->
            jira.folder()
                .putSecret(
                    "pat-alice", entry(jira).with("/stringData/expires", "'2020-01-01T00:00:00Z'")),
        "vault_entry_expired");
  }

  @Test
  void noEntryIsNoIdentity() {
    withVault(jira -> jira.folder().removeSecret("pat-alice"), "vault_entry_missing");
  }

  @Test
  void aUserWhomTheProductDoesNotKnowIsRefused() {
    try (var jira = scenario.start()) {
      jira.product().remove("alice");

      refusedBeforeTheWrite(jira, write(jira, people.tokenOf("alice")), "vault_entry_dead");
    }
  }

  @Test
  void aProofIsNeverOlderThanAMinute() {
    try (var jira = scenario.withTokensOnFileOf("bob").start()) {
      var token = jira.product().issueToken("alice");
      edit(jira, to -> to.folder().putTokenOnFile("alice", token.value()));
      assertThat(write(jira, people.tokenOf("alice")).status()).isEqualTo(201);
      jira.product().revokeToken(token);
      jira.product().forget();
      clock.putForwardBy(Duration.ofSeconds(61));

      refusedBeforeTheWrite(jira, write(jira, people.tokenOf("alice")), "vault_entry_dead");
    }
  }

  @Test
  void anAnswerAsSomebodyElseRaisesTheAlarmAndEndsTheBinding() {
    try (var jira = scenario.start()) {
      read(jira);
      long probes = probes(jira);
      jira.product().misbehave("/rest/api", new Misbehaviour.ActAsSomebodyElse("bob"));

      Answer answer = write(jira, people.tokenOf("alice"));

      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.body())
          .contains("\"code\":\"acted_as_other\"", "may have been carried out", "do not repeat it");
      assertThat(probes).isEqualTo(1);
      assertThat(probes(jira)).as("nothing was asked before the alarm").isEqualTo(1);
      assertThat(jira.reachedProduct()).as("never retried").hasSize(2);
      jira.product().behave();
      assertThat(read(jira).status()).isEqualTo(200);
      assertThat(probes(jira)).as("the binding had to be proven again").isEqualTo(2);
    }
  }

  @Test
  void anAnswerThatDoesNotSayAsWhomRaisesTheAlarmToo() {
    try (var jira = scenario.start()) {
      jira.product().misbehave("/rest/api", new Misbehaviour.OmitUserHeader());

      assertThat(read(jira).body()).contains("\"code\":\"acted_as_other\"");
    }
  }

  @Test
  void aTokenThatDiesBetweenProbeAndUseIsNoticed() {
    try (var jira = scenario.withTokensOnFileOf("bob").start()) {
      var token = jira.product().issueToken("alice");
      edit(jira, to -> to.folder().putTokenOnFile("alice", token.value()));
      read(jira);
      jira.product().revokeToken(token);

      assertThat(read(jira).body())
          .as("200 as anonymous would be the product's answer")
          .contains("\"code\":\"acted_as_other\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "ADMIN", "Admin"})
  void deniedNamesAreNotActedAsThroughAToken(String name) {
    try (var jira = scenario.withTokensOnFileOf("alice", "admin").start()) {
      refusedBeforeTheWrite(jira, write(jira, people.tokenOf(name)), "username_refused");
    }
  }

  private void withVault(Consumer<Protected> edit, String reason) {
    try (var jira = scenario.start()) {
      edit(jira, edit);

      refusedBeforeTheWrite(jira, write(jira, people.tokenOf("alice")), reason);
    }
  }

  private static void edit(Protected jira, Consumer<Protected> edit) {
    jira.edit(
        resource -> {
          edit.accept(jira);
          return resource.with("/metadata/labels/edited", "'yes'");
        });
  }

  private static Manifest entry(Protected jira) {
    return Manifest.of(
            """
            apiVersion: v1
            kind: Secret
            metadata: {name: pat-alice, labels: {apiauth.dev/pat-vault: "true"}}
            stringData: {username: alice}
            """)
        .with("/stringData/token", '"' + jira.product().issueToken("alice").value() + '"');
  }

  private Answer read(Protected jira) {
    return jira.client().get("/rest/api/2/project").bearer(people.tokenOf("alice")).send();
  }

  private static Answer write(Protected jira, String token) {
    return jira.client().post("/rest/api/2/issue", ISSUE).bearer(token).send();
  }

  private static void refusedBeforeTheWrite(Protected jira, Answer answer, String reason) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(403);
    assertThat(answer.body()).contains("\"code\":\"" + reason + "\"");
    assertThat(jira.reachedProduct()).isEmpty();
  }

  private static long probes(Protected jira) {
    return jira.product().seen().stream().filter(seen -> seen.requestUri().equals(PROBE)).count();
  }
}
