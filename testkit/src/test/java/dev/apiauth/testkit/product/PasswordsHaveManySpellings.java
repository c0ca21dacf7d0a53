package dev.apiauth.testkit.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every place where Jira takes a password. */
class PasswordsHaveManySpellings {

  private static final String CREDENTIALS =
      "{\"username\":\"alice\",\"password\":\"wonderland\",\"rememberMe\":true}";

  private final RunningProduct jira =
      ProductSimulator.jira().withUser("alice", "wonderland").start();
  private final Asked asked = new Asked(jira);

  @AfterEach
  void stop() {
    jira.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "os_username=alice&os_password=wonderland",
        "os%5fusername=alice&os%5Fpassword=wonder%6cand",
        "os_username=alice&os_username=bob&os_password=wonderland",
        "os_authType=basic&os_username=alice&os_password=wonderland",
      })
  void inTheQuery(String query) {
    var answer = asked.get("/rest/api/2/myself?" + query);

    assertThat(answer.actedAs()).isEqualTo("alice");
    assertThat(answer.header("Set-Cookie")).startsWith("JSESSIONID=");
  }

  @Test
  void inAFormBody() {
    var answer = asked.postForm("/anywhere", "os_username=alice&os_password=wonderland");

    assertThat(answer.actedAs()).isEqualTo("alice");
  }

  @Test
  void inAFormBodyForARememberMeCookie() {
    var answer =
        asked.postForm("/login.jsp", "os_username=alice&os_password=wonderland&os_cookie=true");

    assertThat(answer.header("Location")).isEqualTo("/secure/Dashboard.jspa");
    assertThat(answer.response().headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("seraph.rememberme.cookie="));
  }

  @ParameterizedTest
  @ValueSource(strings = {"basic ", "BASIC ", "Basic   ", "Basic\t"})
  void inAHeaderOfAnyCaseAndAnySpace(String scheme) {
    var header = Asked.basic("alice", "wonderland").replace("Basic ", scheme);

    assertThat(asked.get("/rest/api/2/myself", "Authorization", header).actedAs())
        .isEqualTo("alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/rest/auth/1/session",
        "/rest/auth/latest/session",
        "/rest/tsv/1.0/authenticate",
        "/rest/tsv/latest/authenticate?os_authType=none",
      })
  void inJsonForASession(String path) {
    var login = asked.post(path, CREDENTIALS);
    var cookie = login.header("Set-Cookie").split(";", 2)[0];

    assertThat(login.status()).isEqualTo(200);
    assertThat(asked.get("/rest/api/2/myself", "Cookie", cookie).actedAs()).isEqualTo("alice");
  }

  @Test
  void theSessionResourceNamesTheCookieAndEndsIt() {
    var opened = asked.post("/rest/auth/1/session", CREDENTIALS).json().path("session");
    var cookie = opened.path("name").asText() + "=" + opened.path("value").asText();

    assertThat(asked.get("/rest/auth/1/session", "Cookie", cookie).json().path("name").asText())
        .isEqualTo("alice");
    assertThat(asked.delete("/rest/auth/1/session", "Cookie", cookie).status()).isEqualTo(204);
    assertThat(asked.get("/rest/auth/1/session", "Cookie", cookie).status()).isEqualTo(401);
  }

  @Test
  void anAuthTypeOfBasicAsksForOne() {
    var answer = asked.get("/rest/api/2/project?os_authType=basic");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
  }

  @Test
  void aStaleSessionIsRefusedOnRestUnlessAskedOtherwise() {
    var stale = "JSESSIONID=0123456789ABCDEF0123456789ABCDEF";

    assertThat(asked.get("/rest/api/2/project", "Cookie", stale).status()).isEqualTo(401);
    assertThat(asked.get("/rest/api/2/project?os_authType=none", "Cookie", stale).status())
        .isEqualTo(200);
  }
}
