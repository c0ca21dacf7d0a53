package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.audit.AuditLine;
import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.ShiftedClock;
import dev.apiauth.testkit.scenario.Client.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An exception is for its users, on its paths, from its networks, and until its end. */
class PasswordExceptionsPassUntilTheyEnd {

  private final Instant end =
      InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));
  private final String exceptions =
      """
      [{name: crowd, usernames: [Crowd-Svc], paths: [/rest/api/2/project], cidrs: [127.0.0.0/8], notAfter: "%s"},
       {name: elsewhere, cidrs: [203.0.113.0/24], notAfter: "%s"}]
      """
          .formatted(end, end);

  private final ShiftedClock clock = new ShiftedClock();
  private final Protected jira =
      Scenario.jira()
          .at(clock)
          .withProduct(
              product ->
                  product
                      .withUser("crowd-svc", "open-sesame")
                      .withUser("alice", "open-sesame")
                      .withUser("admin", "open-sesame"))
          .with("/spec/access/groups/allow", "[\"*\"]")
          .with("/spec/credentials/passwords/exceptions", exceptions)
          .start();

  @AfterEach
  void stop() {
    jira.close();
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "crowd-svc, /rest/api/2/project, 200",
    "CROWD-SVC, /rest/api/2/project/ABC, 200",
    "crowd-svc, /rest/api/2/myself, 403",
    "crowd-svc, /rest/api/2/projects, 403",
    "crowd-svc2, /rest/api/2/project, 403",
    "alice, /rest/api/2/project, 403"
  })
  void forItsUsersOnItsPaths(String user, String path, int status) {
    Answer answer = jira.client().get(path).basic(user, "open-sesame").send();

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(jira.product().seen()).hasSize(status == 200 ? 1 : 0);
  }

  @Test
  void inTheQueryToo() {
    Answer answer =
        jira.client()
            .get("/rest/api/2/project?os_username=crowd-svc&os_password=open-sesame")
            .send();

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void theAuditLineNamesIt() {
    jira.client().get("/rest/api/2/project").basic("crowd-svc", "open-sesame").send();

    assertThat(recorded().decision().finding()).isEqualTo("password exception crowd");
    assertThat(recorded().caller().user()).isEqualTo("crowd-svc");
  }

  @Test
  void afterItsEndNobodyPassesAlthoughNothingWasLoaded() {
    clock.putForwardBy(Duration.ofDays(1).plusSeconds(2));
    Answer answer =
        jira.client().get("/rest/api/2/project").basic("crowd-svc", "open-sesame").send();

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("Basic Authentication has been disabled");
    assertThat(jira.product().seen()).isEmpty();
    assertThat(recorded().decision().finding()).isEqualTo("exception crowd ended " + end);
  }

  /** Products take tokens of their own for a password, whatever name stands beside it. */
  @Test
  void aTokenOfSomebodyElseInThePasswordsPlaceRaisesTheAlarm() {
    String token = jira.product().issueOAuth2Token("alice").value();
    Answer answer = jira.client().get("/rest/api/2/project").basic("crowd-svc", token).send();

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.body()).contains("\"code\":\"acted_as_other\"");
  }

  @Test
  void aWrongPasswordIsTheProductsToRefuse() {
    Answer answer = jira.client().get("/rest/api/2/project").basic("crowd-svc", "wrong").send();

    assertThat(answer.status()).isEqualTo(401);
  }

  private AuditLine recorded() {
    Eventually.holds(() -> !jira.audit().isEmpty(), "the decision is recorded");
    return jira.audit().getFirst();
  }
}
