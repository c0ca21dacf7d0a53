package dev.apiauth.sidecar.apitokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.testkit.scenario.Client.Answer;
import dev.apiauth.testkit.scenario.Client.Call;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a token may not be used for is 403, with the part of its scope that says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnApiTokenIsHeldToItsScope {

  private static final String ISSUE =
      "{\"fields\": {\"project\": {\"key\": \"DEMO\"}, \"summary\": \"s\", \"issuetype\":"
          + " {\"name\": \"Task\"}}}";

  private Protected jira;

  @BeforeAll
  void start() {
    jira =
        Tokened.JIRA
            .scenario()
            .with(
                "/spec/clientIP",
                "{type: XForwardedFor, xForwardedFor: {trustedCIDRs: [127.0.0.0/8]}}")
            .without("/spec/access/cidrs")
            .start();
  }

  @AfterAll
  void stop() {
    jira.close();
  }

  @BeforeEach
  void forget() {
    jira.product().forget();
  }

  @ParameterizedTest(name = "{index}: {0}, {1} {2} from {3}: {4}")
  @CsvFileSource(resources = "scopes.csv", numLinesToSkip = 1, delimiter = ';')
  void byEachPartOfIt(String scope, String method, String path, String from, String expected) {
    String token = narrowed(scope).inForceIn(jira).token();

    Answer answer = call(method, path).bearer(token).header("X-Forwarded-For", from).send();

    if (expected.equals("passes")) {
      assertThat(answer.body()).doesNotContain("\"code\":\"api_token_");
      assertThat(jira.reachedProduct()).singleElement().extracting("actedAs").isEqualTo("alice");
    } else {
      assertThat(answer.status()).as(answer.body()).isEqualTo(403);
      assertThat(answer.body()).contains("\"code\":\"" + expected + "\"");
      assertThat(answer.header("WWW-Authenticate")).as("B4").contains("insufficient_scope");
      assertThat(jira.reachedProduct()).isEmpty();
    }
  }

  @Test
  void theAnswerSaysWhatIsMissing() {
    String token = narrowed("operations=Read").inForceIn(jira).token();

    Answer answer = jira.client().post("/rest/api/2/issue", ISSUE).bearer(token).send();

    assertThat(answer.body())
        .contains("The API token may not be used for this kind of operation: Write.");
  }

  @Test
  void itsGroupsBindLikeAnyOther() {
    String others = narrowed("groups=others").inForceIn(jira).token();
    String unknown =
        IssuedSecret.of("alice-unknown", "alice").without("groups").inForceIn(jira).token();

    assertThat(call("GET", Tokened.JIRA.call()).bearer(others).send().body())
        .contains("\"code\":\"group_missing\"");
    assertThat(call("GET", Tokened.JIRA.call()).bearer(unknown).send().body())
        .contains("\"code\":\"groups_unknown\"");
  }

  private static IssuedSecret narrowed(String scope) {
    var issued = IssuedSecret.of("alice", "alice");
    for (String part : Arrays.stream(scope.split(" ")).filter(part -> !part.equals("-")).toList()) {
      String[] keyAndValue = part.split("=", 2);
      issued = issued.with(keyAndValue[0], keyAndValue[1]);
    }
    return issued;
  }

  private Call call(String method, String path) {
    return switch (method) {
      case "GET" -> jira.client().get(path);
      case "POST" -> jira.client().post(path, ISSUE);
      case "DELETE" -> jira.client().delete(path);
      default -> throw new IllegalArgumentException(method);
    };
  }
}
