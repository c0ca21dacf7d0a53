package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Company;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.scenario.Client.Answer;
import dev.apiauth.testkit.scenario.Client.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The products take a session for more than a token (3-atlassian 3.4); so a cookie counts only
 * where nothing else was sent, the policy lets sessions in, and the product names its user.
 */
class CookiesProveNothingByBeingThere {

  private static final String CALL = "/rest/api/2/myself";

  private final People people = new People();
  private final Scenario scenario = people.trustedBy(Scenario.jira());

  @AfterEach
  void stop() {
    people.close();
  }

  @Test
  void aSessionWorksForScriptsWhereSessionsAreAllowed() {
    try (var jira = scenario.start()) {
      Answer answer = get(jira, CALL).header("Cookie", session(jira, "bob")).send();

      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      actedAs(jira, "bob");
    }
  }

  @Test
  void aRememberedLoginDoesToo() {
    try (var jira = scenario.start()) {
      String cookie = jira.product().rememberMe("bob").header();

      assertThat(get(jira, CALL).header("Cookie", cookie).send().status()).isEqualTo(200);
      actedAs(jira, "bob");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "JSESSIONID=junk",
    "seraph.rememberme.cookie=junk",
    "crowd.token_key=junk",
    "'JSESSIONID=junk; other=1'"
  })
  void aJunkCookieOpensNoApi(String cookie) {
    try (var jira = scenario.start()) {
      Answer answer = get(jira, CALL).header("Cookie", cookie).send();

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.body()).contains("\"code\":\"session_unknown\"");
      assertThat(jira.reachedProduct()).isEmpty();
    }
  }

  @Test
  void whereSessionsAreDeniedARealOneOpensNoApi() {
    try (var jira = scenario.with("/spec/credentials/sessions/policy", "Deny").start()) {
      Answer answer = get(jira, CALL).header("Cookie", session(jira, "bob")).send();

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.body()).contains("\"code\":\"credential_missing\"");
      assertThat(jira.product().seen()).isEmpty();
    }
  }

  @Test
  void whereSessionsAreDeniedAPageIsSeenAsNobody() {
    try (var jira = scenario.with("/spec/credentials/sessions/policy", "Deny").start()) {
      String cookies = session(jira, "bob") + "; theme=dark";
      get(jira, "/secure/Dashboard.jspa").header("Cookie", cookies).send();

      actedAs(jira, "anonymous");
      assertThat(jira.reachedProduct().getFirst().headers("Cookie")).containsExactly("theme=dark");
    }
  }

  @Test
  void aVictimsCookieBesideATokenIsNotEvenSeen() {
    try (var jira = scenario.start()) {
      String victim = session(jira, "bob") + "; " + jira.product().rememberMe("carol").header();

      Answer answer =
          get(jira, CALL).bearer(people.tokenOf("alice")).header("Cookie", victim).send();

      assertThat(answer.body()).contains("\"name\":\"alice\"");
      actedAs(jira, "alice");
      assertThat(jira.product().seen())
          .allSatisfy(seen -> assertThat(seen.headers("Cookie")).isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource(GuideProduct.class)
  void whateverTheProductCallsItsCookies(GuideProduct product) {
    try (var guarded = product.scenario().start()) {
      var victim = guarded.product();
      Answer answer =
          get(guarded, product.call())
              .bearer(Company.realm().tokenOf("alice"))
              .header("Cookie", victim.signIn("bob").header())
              .header("Cookie", victim.rememberMe("carol").header())
              .send();

      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      actedAs(guarded, "alice");
      assertThat(victim.seen()).allSatisfy(seen -> assertThat(seen.headers("Cookie")).isEmpty());
    }
  }

  @Test
  void aTokenCallLogsNoBrowserOut() {
    try (var jira =
        scenario
            .with("/spec/credentials/personalAccessTokens/policy", "Allow")
            .with("/spec/access/groups/allow", "[\"*\"]")
            .start()) {
      String browser = session(jira, "bob");
      String own = jira.product().issueToken("bob").value();

      get(jira, CALL).bearer(people.tokenOf("bob")).header("Cookie", browser).send();
      get(jira, CALL).bearer(own).header("Cookie", browser).send();

      assertThat(get(jira, CALL).header("Cookie", browser).send().status())
          .as("the session is still there")
          .isEqualTo(200);
    }
  }

  @Test
  void aTokenCallLeavesNoSessionBehind() {
    try (var jira = scenario.start()) {
      Answer byToken = get(jira, "/login.jsp").bearer(people.tokenOf("alice")).send();
      Answer byBrowser = get(jira, "/login.jsp").send();

      assertThat(byToken.status()).isEqualTo(200);
      assertThat(byToken.headers().allValues("Set-Cookie")).isEmpty();
      assertThat(byBrowser.header("Set-Cookie")).startsWith("JSESSIONID=");
    }
  }

  /** Tomcat would take {@code ;jsessionid=} for the cookie (3-atlassian 3.5). */
  @Test
  void aSessionInThePathIsTakenOut() {
    try (var jira = scenario.start()) {
      String inPath = ";jsessionid=" + jira.product().signIn("bob").value();

      assertThat(get(jira, CALL + inPath).send().status()).isEqualTo(401);
      assertThat(jira.product().seen()).isEmpty();
      get(jira, CALL + inPath).bearer(people.tokenOf("alice")).send();
      actedAs(jira, "alice");
      jira.product().forget();
      get(jira, "/secure/Dashboard.jspa" + inPath).send();
      actedAs(jira, "anonymous");
    }
  }

  private static Call get(Protected jira, String path) {
    return jira.client().get(path);
  }

  private static String session(Protected jira, String user) {
    return jira.product().signIn(user).header();
  }

  private static void actedAs(Protected jira, String user) {
    assertThat(jira.reachedProduct())
        .singleElement()
        .satisfies(seen -> assertThat(seen.actedAs()).isEqualTo(user));
  }
}
