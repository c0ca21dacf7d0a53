package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.http.RawAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Allowed, denied and read-only groups, as the token tells them, on what a request does. */
class GroupsDecideWhoMayDoWhat {

  private static final People PEOPLE = new People();
  private static final Map<String, Protected> BY_RULE = new HashMap<>();

  @AfterAll
  static void stop() {
    BY_RULE.values().forEach(Protected::close);
    PEOPLE.close();
  }

  @ParameterizedTest(name = "{0}, in {1}: {2} {3} gives {4} {5}")
  @CsvFileSource(resources = "groups.csv", numLinesToSkip = 1, quoteCharacter = '`')
  void asTheTableSays(
      String rule,
      String groups,
      String method,
      String target,
      int status,
      String outcome,
      @Nullable String body) {
    Protected jira = under(rule);
    jira.product().forget();

    RawAnswer answer = request(method, target, token(groups), body).sendTo(jira);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    if (outcome.startsWith("as ")) {
      assertThat(jira.reachedProduct())
          .singleElement()
          .satisfies(seen -> assertThat("as " + seen.actedAs()).isEqualTo(outcome))
          .satisfies(seen -> assertThat(seen.headers("X-HTTP-Method-Override")).isEmpty());
    } else {
      assertThat(answer.text()).contains("\"code\":\"" + outcome + "\"");
      assertThat(jira.product().seen()).isEmpty();
    }
  }

  /** Each time with the header by which some frameworks would take it for another request. */
  private static WireRequest request(
      String method, String target, String token, @Nullable String body) {
    String fields =
        "Authorization: Bearer %s\\r\\nX-HTTP-Method-Override: GET\\r\\n".formatted(token)
            + "X-HTTP-Method: GET\\r\\nX-Method-Override: GET\\r\\nContent-Type: application/json";
    return new WireRequest(method, target, fields, body);
  }

  private static String token(String groups) {
    var draft = PEOPLE.draftFor("alice");
    return groups.equals("not told")
        ? draft.withoutClaim("groups").sign()
        : draft.claim("groups", List.of(groups.split(" "))).sign();
  }

  private static Protected under(String rule) {
    return BY_RULE.computeIfAbsent(
        rule, each -> PEOPLE.trustedBy(Scenario.jira()).with("/spec/access/groups", each).start());
  }
}
