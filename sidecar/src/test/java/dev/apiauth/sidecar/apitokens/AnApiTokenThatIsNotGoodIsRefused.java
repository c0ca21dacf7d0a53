package dev.apiauth.sidecar.apitokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.audit.AuditLine;
import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.ShiftedClock;
import dev.apiauth.testkit.scenario.Client.Answer;
import dev.apiauth.testkit.scenario.Client.Call;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 401 with the reason, and the product sees nothing. */
class AnApiTokenThatIsNotGoodIsRefused {

  private static final String CALL = Tokened.JIRA.call();

  private final ShiftedClock clock = new ShiftedClock();
  private final Protected jira = Tokened.JIRA.scenario().at(clock).start();

  @AfterEach
  void stop() {
    jira.close();
  }

  @Test
  void onceItHasEnded() {
    var token = IssuedSecret.of("alice", "alice").inForceIn(jira);
    assertThat(get().bearer(token.token()).send().status()).isEqualTo(200);
    jira.product().forget();

    clock.putForwardBy(Duration.ofHours(2));

    refused(get().bearer(token.token()).send(), 401, "api_token_expired");
    refused(get().basic("alice", token.token()).send(), 401, "api_token_expired");
    refused(get().header("X-Api-Key", token.token()).send(), 401, "api_token_expired");
    assertThat(lastLine().decision().finding()).startsWith(token.label() + " ended at ");
  }

  @Test
  void beforeItBegins() {
    String later = Instant.now().plusSeconds(600).toString();
    var token = IssuedSecret.of("alice", "alice").with("notBefore", later).inForceIn(jira);

    refused(get().bearer(token.token()).send(), 401, "api_token_not_yet_valid");
    clock.putForwardBy(Duration.ofMinutes(11));
    assertThat(get().bearer(token.token()).send().status()).isEqualTo(200);
  }

  @Test
  void whereAnotherProductsPolicyKnowsIt() {
    var ofAnother = IssuedSecret.of("elsewhere", "alice");

    refused(get().bearer(ofAnother.token()).send(), 401, "api_token_unknown");
    assertThat(lastLine().decision().finding()).contains(ofAnother.text().id());
  }

  @Test
  void withAnotherSecretBehindAGoodId() {
    var known = IssuedSecret.of("alice", "alice");
    var forged = IssuedSecret.of("alice", "alice");
    known.with("id", forged.text().id()).inForceIn(jira);

    refused(get().bearer(forged.token()).send(), 401, "api_token_unknown");
  }

  @Test
  void cutOrMistyped() {
    String token = IssuedSecret.of("alice", "alice").inForceIn(jira).token();
    String cut = token.substring(0, 58);

    refused(get().bearer(cut).send(), 401, "api_token_malformed");
    refused(get().basic("alice", cut).send(), 401, "api_token_malformed");
    refused(get().header("X-Api-Key", cut).send(), 401, "api_token_malformed");
    refused(get().header("X-Api-Key", "Bearer " + token).send(), 401, "api_token_malformed");
  }

  @Test
  void inAFieldThatIsEmpty() {
    String token = IssuedSecret.of("alice", "alice").inForceIn(jira).token();

    refused(get().header("X-Api-Key", "").send(), 400, "api_token_missing");
    refused(get().header("X-Api-Key", "").bearer(token).send(), 400, "api_token_missing");
  }

  @Test
  void besideAnotherOne() {
    String one = IssuedSecret.of("alice", "alice").inForceIn(jira).token();
    String other = IssuedSecret.of("bob", "bob").inForceIn(jira).token();

    refused(get().bearer(one).header("X-Api-Key", other).send(), 400, "two_credentials");
    refused(
        get().header("X-Api-Key", one).header("X-Api-Key", other).send(), 400, "two_credentials");
  }

  @Test
  void inTheQuery() {
    String token = IssuedSecret.of("alice", "alice").inForceIn(jira).token();

    refused(jira.client().get(CALL + "?access_token=" + token).send(), 400, "token_in_uri");
  }

  private Call get() {
    return jira.client().get(CALL);
  }

  private void refused(Answer answer, int status, String reason) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"code\":\"" + reason + "\"");
    assertThat(jira.reachedProduct()).isEmpty();
  }

  private AuditLine lastLine() {
    Eventually.holds(
        () ->
            !jira.audit().isEmpty()
                && jira.audit().getLast().decision().reason().startsWith("api_token_"),
        "the decision is recorded");
    return jira.audit().getLast();
  }
}
