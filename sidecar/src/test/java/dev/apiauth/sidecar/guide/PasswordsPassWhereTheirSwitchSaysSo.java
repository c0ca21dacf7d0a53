package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each way of sending a password has its own switch, and hangs on no other (Q2, Q4, Q8). */
class PasswordsPassWhereTheirSwitchSaysSo {

  @ParameterizedTest(name = "{0}: {2} {3} gives {6} {7}")
  @CsvFileSource(resources = "password-switches.csv", numLinesToSkip = 1, maxCharsPerColumn = 4096)
  void andOnlyThere(
      String passwords,
      String groups,
      String method,
      String target,
      @Nullable String fields,
      @Nullable String body,
      int status,
      String outcome) {
    var scenario =
        Scenario.jira()
            .withProduct(
                product ->
                    product.withUser("alice", "open-sesame").withUser("admin", "open-sesame"))
            .with("/spec/credentials/passwords", passwords)
            .with("/spec/access/groups/allow", groups);
    try (var jira = scenario.start()) {
      var answer = new WireRequest(method, target, fields, body).sendTo(jira);

      assertThat(answer.status()).as(answer.text()).isEqualTo(status);
      if (outcome.startsWith("as ")) {
        assertThat(jira.reachedProduct())
            .singleElement()
            .satisfies(seen -> assertThat("as " + seen.actedAs()).isEqualTo(outcome));
      } else {
        assertThat(jira.product().seen()).isEmpty();
        assertThat(answer.text()).contains(outcome);
      }
    }
  }
}
