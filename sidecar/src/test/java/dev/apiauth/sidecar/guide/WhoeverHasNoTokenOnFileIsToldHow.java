package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.scenario.Client.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A refusal that enrolment would mend says what to do and where; others do not. */
class WhoeverHasNoTokenOnFileIsToldHow {

  private static final People PEOPLE = new People();
  private static final String LINK = "<https://wiki.example.com/tokens>; rel=\"help\"";

  private final Protected jira =
      PEOPLE
          .trustedBy(Scenario.jira())
          .withTokensOnFileOf("alice")
          .with(
              "/spec/identity/personalAccessTokens/enrolment",
              "{message: \"Put yours on file.\", url: \"https://wiki.example.com/tokens\"}")
          .start();

  @AfterEach
  void stop() {
    jira.close();
  }

  @AfterAll
  static void stopAll() {
    PEOPLE.close();
  }

  @Test
  void whereThereIsNone() {
    Answer answer = call("bob");

    told(answer, "vault_entry_missing");
    assertThat(answer.body())
        .contains(
            "No personal access token is on file for you. Put yours on file."
                + " https://wiki.example.com/tokens");
  }

  @Test
  void whereTheProductNoLongerHonoursIt() {
    jira.product().remove("alice");

    told(call("alice"), "vault_entry_dead");
  }

  @Test
  void andNobodyElse() {
    Answer answer = jira.client().get("/rest/api/2/project").bearer("nonsense").send();

    assertThat(answer.headers().allValues("Link")).isEmpty();
    assertThat(answer.body()).doesNotContain("Put yours on file");
  }

  private Answer call(String user) {
    return jira.client().get("/rest/api/2/project").bearer(PEOPLE.tokenOf(user)).send();
  }

  private static void told(Answer answer, String reason) {
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("\"code\":\"" + reason + "\"");
    assertThat(answer.header("Link")).isEqualTo(LINK);
  }
}
