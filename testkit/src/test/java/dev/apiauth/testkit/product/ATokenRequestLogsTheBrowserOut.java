package dev.apiauth.testkit.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The reason to strip cookies: a good token ends the session that it was sent with. */
class ATokenRequestLogsTheBrowserOut {

  private final RunningProduct jira =
      ProductSimulator.jira().withUser("alice").withUser("bob").start();
  private final Asked asked = new Asked(jira);
  private final String cookie = jira.signIn("bob").header();

  @AfterEach
  void stop() {
    jira.close();
  }

  @Test
  void theSessionIsGoneAfterwards() {
    var token = jira.issueToken("alice").value();
    asked.get("/rest/api/2/myself", "Authorization", "Bearer " + token, "Cookie", cookie);

    var afterwards = asked.get("/secure/Dashboard.jspa", "Cookie", cookie);

    assertThat(afterwards.status()).isEqualTo(302);
    assertThat(afterwards.header("Location")).startsWith("/login.jsp?os_destination=");
  }

  @Test
  void anInvalidTokenLeavesTheSessionAlone() {
    asked.get("/rest/api/2/myself", "Authorization", "Bearer nonsense", "Cookie", cookie);

    assertThat(asked.get("/secure/Dashboard.jspa", "Cookie", cookie).status()).isEqualTo(200);
  }

  @Test
  void aTokenRequestOpensNoSession() {
    var token = jira.issueToken("alice").value();

    var answer = asked.get("/rest/api/2/myself", "Authorization", "Bearer " + token);

    assertThat(answer.header("Set-Cookie")).isEmpty();
  }
}
