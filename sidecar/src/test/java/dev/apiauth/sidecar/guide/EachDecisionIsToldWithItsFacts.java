package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.request.PathClass;
import dev.apiauth.sidecar.audit.AuditLine;
import dev.apiauth.sidecar.audit.Verdict;
import dev.apiauth.sidecar.scenario.Company;
import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.product.account.OAuthConsumer;
import dev.apiauth.testkit.product.fault.Misbehaviour;
import dev.apiauth.testkit.scenario.Client.Answer;
import dev.apiauth.testkit.scenario.Client.Call;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One audit line for each decision: who, from where, what, why, and what came of it. */
class EachDecisionIsToldWithItsFacts {

  private static final String CALL = "/rest/api/2/project";

  private final Protected jira =
      Company.trusted(Scenario.jira())
          .withProduct(product -> product.withConsumer(OAuthConsumer.impersonating("confluence")))
          .with("/spec/credentials/applicationLinks", "{policy: Allow, consumers: [confluence]}")
          .start();

  @AfterEach
  void stop() {
    jira.close();
  }

  @Test
  void aPersonsCall() {
    Call call = jira.client().get(CALL + "?a=secret").bearer(Company.realm().tokenOf("alice"));

    AuditLine line = lineOf(call);

    assertThat(line.request())
        .isEqualTo(new AuditLine.Request("GET", Optional.of(PathClass.REST_API), CALL));
    assertThat(line.caller())
        .isEqualTo(new AuditLine.Caller("127.0.0.1", "user", "alice", "company", ""));
    assertThat(line.decision()).isEqualTo(AuditLine.Decision.allowed());
    assertThat(line.effect().status()).isEqualTo(200);
    assertThat(line.effect().productStatus()).isEqualTo(OptionalInt.of(200));
    assertThat(line.effect().actedAs()).isEqualTo("alice");
    assertThat(line.policy()).isNotEmpty();
  }

  @Test
  void anApplicationsCall() {
    AuditLine line =
        lineOf(jira.client().get(CALL).bearer(Company.realm().tokenOfClient("ci-bot")));

    assertThat(line.caller())
        .isEqualTo(new AuditLine.Caller("127.0.0.1", "application", "svc-ci", "company", "ci-bot"));
    assertThat(line.effect().actedAs()).isEqualTo("svc-ci");
  }

  @Test
  void aLinkedApplicationsCall() {
    AuditLine line =
        lineOf(
            jira.client()
                .get(CALL + "?xoauth_requestor_id=bob")
                .header(
                    "Authorization",
                    "OAuth oauth_token=\"\", oauth_consumer_key=\"confluence\","
                        + " oauth_signature_method=\"RSA-SHA1\", oauth_timestamp=\"1\","
                        + " oauth_nonce=\"1\", oauth_signature=\"c2ln\""));

    assertThat(line.caller())
        .isEqualTo(new AuditLine.Caller("127.0.0.1", "application-link", "bob", "", "confluence"));
    assertThat(line.effect().actedAs()).isEqualTo("bob");
  }

  @Test
  void aRefusedPassword() {
    AuditLine line = lineOf(jira.client().get(CALL).basic("alice", "open-sesame"));

    assertThat(line.decision().verdict()).isEqualTo(Verdict.DENY);
    assertThat(line.decision().reason()).isEqualTo("password_refused");
    assertThat(line.effect().status()).isEqualTo(403);
    assertThat(line.effect().productStatus()).isEmpty();
    assertThat(line.toString()).doesNotContain("open-sesame");
  }

  @Test
  void somebodyWithoutTheGroup() {
    AuditLine line = lineOf(jira.client().get(CALL).bearer(Company.realm().tokenOf("bob")));

    assertThat(line.caller().user()).isEqualTo("bob");
    assertThat(line.decision().reason()).isEqualTo("groups_unknown");
  }

  @Test
  void aBrowserAPageAndAHealthCheck() {
    String cookie = jira.product().signIn("carol").header();

    assertThat(lineOf(jira.client().get(CALL).header("Cookie", cookie)).caller())
        .isEqualTo(new AuditLine.Caller("127.0.0.1", "browser", "carol", "", ""));
    assertThat(lineOf(jira.client().get("/secure/Dashboard.jspa")).caller().kind())
        .isEqualTo("anonymous");
    assertThat(lineOf(jira.client().get("/status")).caller().kind()).isEqualTo("health");
  }

  @Test
  void theAlarm() {
    jira.product().misbehave("/rest/api", new Misbehaviour.ActAsSomebodyElse("bob"));

    AuditLine line = lineOf(jira.client().get(CALL).bearer(Company.realm().tokenOf("alice")));

    assertThat(line.caller().user()).isEqualTo("alice");
    assertThat(line.decision().verdict()).isEqualTo(Verdict.DENY);
    assertThat(line.decision().reason()).isEqualTo("acted_as_other");
    assertThat(line.decision().finding()).contains("bob");
    assertThat(line.effect().status()).isEqualTo(502);
  }

  /** Exactly one line more, and the answer names it. */
  private AuditLine lineOf(Call call) {
    int before = jira.audit().size();
    Answer answer = call.send();
    Eventually.holds(() -> jira.audit().size() > before, "the decision is told");
    assertThat(jira.audit()).hasSize(before + 1);
    AuditLine line = jira.audit().getLast();
    if (answer.body().contains("\"requestId\"")) {
      assertThat(answer.header("X-Request-Id")).isEqualTo(line.requestId());
    }
    return line;
  }
}
