package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.http.RawAnswer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Without credential and session: pages, everything or nothing, and always the health check. */
class AnonymousCallersSeeWhatThePolicyOpens {

  private static final Map<String, Protected> BY_POLICY = new HashMap<>();

  @AfterAll
  static void stop() {
    BY_POLICY.values().forEach(Protected::close);
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvFileSource(resources = "anonymous.csv", numLinesToSkip = 1)
  void asTheTableSays(
      String policy, String method, String target, @Nullable String fields, String outcome) {
    Protected jira = under(policy);
    jira.product().forget();

    RawAnswer answer = new WireRequest(method, target, fields, null).sendTo(jira);

    if (outcome.equals("forwarded")) {
      assertThat(jira.reachedProduct())
          .singleElement()
          .satisfies(
              seen -> {
                assertThat(seen.actedAs()).isIn("anonymous", "");
                assertThat(seen.headers("Authorization")).isEmpty();
                assertThat(seen.headers("Cookie")).isEmpty();
              });
      assertThat(answer.headers("WWW-Authenticate"))
          .as("what the product asks by itself is no password")
          .noneMatch(challenge -> challenge.startsWith("Basic"));
    } else {
      assertThat(answer.status()).as(answer.text()).isEqualTo(401);
      assertThat(answer.text()).contains("\"code\":\"" + outcome + "\"");
      assertThat(answer.headers("WWW-Authenticate"))
          .singleElement()
          .satisfies(challenge -> assertThat(challenge).startsWith("Bearer realm="));
      assertThat(jira.reachedProduct()).isEmpty();
    }
  }

  /** The product may ask for a password by itself ({@code os_authType=basic}); it is not heard. */
  @Test
  void noPasswordIsAskedForByTheProductEither() {
    Protected jira = under("InterfaceOnly");

    var answer = jira.client().get("/secure/Dashboard.jspa?os_authType=basic").send();

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers().allValues("WWW-Authenticate"))
        .noneMatch(challenge -> challenge.startsWith("Basic"));
  }

  private static Protected under(String policy) {
    return BY_POLICY.computeIfAbsent(
        policy, each -> Scenario.jira().with("/spec/credentials/anonymous/policy", each).start());
  }
}
