package dev.apiauth.sidecar.apitokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.audit.AuditLine;
import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.testkit.product.record.SeenRequest;
import dev.apiauth.testkit.scenario.Client.Answer;
import dev.apiauth.testkit.scenario.Client.Call;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * As Bearer, as the password of Basic whoever the user is, and in the field that the policy names.
 */
class AnApiTokenProvesItsUserInEachPlace {

  private static final Map<String, BiFunction<Call, String, Call>> PLACES =
      Map.of(
          "as Bearer", Call::bearer,
          "as the password of its user", (call, token) -> call.basic("alice", token),
          "as the password of anybody", (call, token) -> call.basic("x-token-auth", token),
          "as the password of nobody", (call, token) -> call.basic("", token),
          "in the header field", (call, token) -> call.header("X-Api-Key", token),
          "in the header field, spelled otherwise",
              (call, token) -> call.header("x-api-key", token),
          "in two places", (call, token) -> call.bearer(token).header("X-Api-Key", token));

  @ParameterizedTest
  @EnumSource(Tokened.class)
  void andTheProductActsAsThatUserAndNeverSeesIt(Tokened product) {
    try (var guarded = product.scenario().start()) {
      var alices = IssuedSecret.of("alice-ci", "alice").inForceIn(guarded);
      PLACES.forEach(
          (place, put) -> {
            guarded.product().forget();
            Answer answer = put.apply(guarded.client().get(product.call()), alices.token()).send();

            assertThat(answer.status()).as(place + ": " + answer.body()).isEqualTo(200);
            assertThat(seen(guarded).actedAs()).as(place).isEqualTo("alice");
            assertThat(seen(guarded).headers("X-Api-Key")).as(place).isEmpty();
            assertThat(seen(guarded).headers("Authorization").toString())
                .as(place)
                .startsWith("[Bearer ")
                .doesNotContain("apiauth_");
          });
    }
  }

  @Test
  void andTheAuditLineNamesItWithoutShowingIt() {
    try (var jira = Tokened.JIRA.scenario().start()) {
      var alices = IssuedSecret.of("alice-ci", "alice").inForceIn(jira);
      jira.client().get(Tokened.JIRA.call()).header("X-Api-Key", alices.token()).send();

      Eventually.holds(() -> !jira.audit().isEmpty(), "the decision is recorded");
      AuditLine line = jira.audit().getFirst();
      assertThat(line.caller())
          .isEqualTo(AuditLine.Caller.bearing(alices.label(), "alice", "127.0.0.1"));
      assertThat(line.presented().credential()).isEqualTo("api_key");
      assertThat(line.toString()).doesNotContain(alices.token().substring(21));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Enforce", "Shadow", "Disabled"})
  void andTheHeaderFieldIsKeptFromTheProductInEveryMode(String mode) {
    try (var jira = Tokened.JIRA.scenario().with("/spec/mode", mode).start()) {
      var bobs = IssuedSecret.of("bob", "bob").with("groups", "others").inForceIn(jira);
      var alices = IssuedSecret.of("alice", "alice").inForceIn(jira);
      for (String token : List.of(bobs.token(), alices.token(), "something else")) {
        jira.client().get(Tokened.JIRA.call()).header("x-api-KEY", token).send();
      }

      assertThat(jira.reachedProduct()).hasSize(mode.equals("Enforce") ? 1 : 3);
      assertThat(jira.reachedProduct())
          .allSatisfy(seen -> assertThat(seen.headers("X-Api-Key")).isEmpty());
    }
  }

  private static SeenRequest seen(Protected guarded) {
    assertThat(guarded.reachedProduct()).hasSize(1);
    return guarded.reachedProduct().getFirst();
  }
}
