package dev.apiauth.testkit.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Spellings that Tomcat, or the product's own rewrite, resolves to a REST call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRoadLeadsToRest {

  private final RunningProduct jira = ProductSimulator.jira().withUser("alice").start();
  private final Asked asked = new Asked(jira);
  private final String token = "Bearer " + jira.issueToken("alice").value();

  @BeforeEach
  void forget() {
    jira.forget();
  }

  @AfterAll
  void stop() {
    jira.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "roads-to-rest.csv", numLinesToSkip = 1)
  void isServedAsTheRestCall(String target, String servletPath) {
    var answer = asked.get(target, "Authorization", token);

    assertThat(answer.json().path("name").asText()).isEqualTo("alice");
    assertThat(jira.seen())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.requestUri()).isEqualTo(target);
              assertThat(seen.servletPath()).isEqualTo(servletPath);
              assertThat(seen.servedPath()).isEqualTo("/rest/api/2/myself");
            });
  }

  @Test
  void aRewrittenAnswerMayBeCachedByEverybody() {
    var answer = asked.get("/s/x/_/rest/api/2/myself", "Authorization", token);

    assertThat(answer.header("Cache-Control")).contains("public");
  }

  @Test
  void theLastUnderscoreCounts() {
    asked.get("/s/x/_/download/_/rest/api/2/myself", "Authorization", token);

    assertThat(jira.seen().getFirst().servedPath()).isEqualTo("/rest/api/2/myself");
  }

  @Test
  void webInfIsNotForwardedTo() {
    assertThat(asked.get("/s/x/_/web-inf/web.xml").status()).isEqualTo(404);
    assertThat(asked.get("/s/x/_/;/WEB-INF/web.xml").status()).isEqualTo(404);
  }

  @Test
  void encodedSlashesAreRefusedByTomcatAndTakenDown() {
    assertThat(asked.get("/rest%2Fapi/2/myself").status()).isEqualTo(400);

    assertThat(jira.seen())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.requestUri()).isEqualTo("/rest%2Fapi/2/myself");
              assertThat(seen.status()).hasValue(400);
              assertThat(seen.servedPath()).isEmpty();
            });
  }
}
