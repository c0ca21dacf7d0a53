package dev.apiauth.testkit.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The identity precedence of Seraph: session, remember-me, and only then what the header says. */
class ASessionBeatsAToken {

  private final RunningProduct jira =
      ProductSimulator.jira().withUser("alice", "wonderland").withUser("bob").start();
  private final Asked asked = new Asked(jira);
  private final String aliceToken = "Bearer " + jira.issueToken("alice").value();

  @AfterEach
  void stop() {
    jira.close();
  }

  @Test
  void theSessionsUserIsActedAs() {
    var answer =
        asked.get(
            "/rest/api/2/myself",
            "Authorization",
            aliceToken,
            "Cookie",
            jira.signIn("bob").header());

    assertThat(answer.json().path("name").asText()).isEqualTo("bob");
    assertThat(answer.actedAs()).isEqualTo("bob");
  }

  @Test
  void theRememberedUserIsActedAs() {
    var answer =
        asked.get(
            "/rest/api/2/myself",
            "Authorization",
            Asked.basic("alice", "wonderland"),
            "Cookie",
            jira.rememberMe("bob").header());

    assertThat(answer.actedAs()).isEqualTo("bob");
    assertThat(answer.header("Set-Cookie")).startsWith("JSESSIONID=");
  }

  @Test
  void aWrongPasswordBesideASessionIsNotEvenRead() {
    var answer =
        asked.get(
            "/rest/api/2/myself",
            "Authorization",
            Asked.basic("alice", "wrong"),
            "Cookie",
            jira.signIn("bob").header());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(jira.failedLogins("alice")).isZero();
  }

  @Test
  void aForgedCookieLeavesTheHeaderInForce() {
    var answer =
        asked.get(
            "/rest/api/2/myself",
            "Authorization",
            Asked.basic("alice", "wonderland"),
            "Cookie",
            "JSESSIONID=0123456789ABCDEF0123456789ABCDEF");

    assertThat(answer.actedAs()).isEqualTo("alice");
  }

  @Test
  void aSessionIdInThePathIsASession() {
    var session = jira.signIn("bob").value();

    var answer = asked.get("/rest/api/2/myself;jsessionid=" + session);

    assertThat(answer.actedAs()).isEqualTo("bob");
  }

  @Test
  void theSessionOfARemovedAccountIsNobodys() {
    var cookie = jira.signIn("bob").header();
    jira.remove("bob");

    assertThat(asked.get("/rest/api/2/project", "Cookie", cookie).actedAs()).isEqualTo("anonymous");
  }
}
