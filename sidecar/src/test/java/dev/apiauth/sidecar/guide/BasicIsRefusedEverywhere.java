package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.http.RawAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every spelling of a password that would reach Seraph is refused (Q1, Q2, Q4 to Q6, Q8). */
class BasicIsRefusedEverywhere {

  /** What Atlassian's own switch answers (3-atlassian 2.j), to the letter. */
  private static final String ATLASSIANS_WORDS =
      "{\"message\":\"Basic Authentication has been disabled on this instance.\"}";

  private static final Protected JIRA = startJira();

  private static Protected startJira() {
    return Scenario.jira().withProduct(product -> product.withUser("alice", "open-sesame")).start();
  }

  @BeforeEach
  void forget() {
    JIRA.product().forget();
  }

  @AfterAll
  static void stop() {
    JIRA.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "password-spellings.csv",
      numLinesToSkip = 1,
      maxCharsPerColumn = 4096,
      ignoreLeadingAndTrailingWhitespace = false)
  void noSpellingReachesTheProduct(
      String spelling,
      String method,
      String target,
      @Nullable String fields,
      @Nullable String body,
      int status,
      String reason) {
    RawAnswer answer = new WireRequest(method, target, fields, body).sendTo(JIRA);

    assertThat(JIRA.product().seen()).isEmpty();
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    if (reason.equals("password_refused")) {
      assertThat(answer.text()).isEqualTo(ATLASSIANS_WORDS);
      assertThat(answer.headers("WWW-Authenticate")).isEmpty();
    } else {
      assertThat(answer.text()).contains("\"code\":\"" + reason + "\"");
    }
    assertThat(answer.headers("WWW-Authenticate")).allMatch(each -> each.startsWith("Bearer "));
    assertThat(JIRA.product().failedLogins("alice")).isZero();
  }

  @ParameterizedTest
  @EnumSource(GuideProduct.class)
  void inAtlassiansOwnWordsOnEachProduct(GuideProduct product) {
    try (var guarded = product.scenario().start()) {
      var answer = guarded.client().get(product.call()).basic("alice", "open-sesame").send();

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body()).isEqualTo(ATLASSIANS_WORDS);
      assertThat(answer.header("Content-Type")).isEqualTo("application/json");
      assertThat(answer.headers().allValues("WWW-Authenticate")).isEmpty();
      assertThat(guarded.product().seen()).isEmpty();
    }
  }
}
