package dev.apiauth.sidecar.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.preset.ProductProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsSpeakTheProductsOwnJson {

  @Test
  void theShapeIsTheProductsAndItsPlacesAreFilled() {
    var answer = Jira.ANSWERS.answer(Refusal.of(Reason.TOKEN_EXPIRED), Jira.get());

    assertThat(Jira.json(answer.body()))
        .isEqualTo(
            Jira.json(
                """
                {"errorMessages":["The token has expired. Fetch a new one."],"errors":{},
                 "status-code":401,
                 "apiauth":{"code":"token_expired","request":"Request req-1, status 401"}}\
                """));
  }

  @Test
  void aRefusedPasswordGetsAtlassiansOwnWordsByteForByte() {
    var answer = Jira.ANSWERS.answer(Refusal.of(Reason.PASSWORD_REFUSED), Jira.get());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo(Jira.PASSWORD_BODY);
    assertThat(Jira.header(answer, "WWW-Authenticate")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyAnswerIsJsonThatNobodyStores(Reason reason) {
    var answer = Jira.ANSWERS.answer(Jira.refusal(reason), Jira.get());

    assertThat(Jira.header(answer, "Content-Type")).contains("application/json");
    assertThat(Jira.header(answer, "Cache-Control")).contains("no-store");
    assertThat(Jira.header(answer, "X-Request-Id")).contains("req-1");
    assertThat(Jira.header(answer, "X-Content-Type-Options")).contains("nosniff");
    assertThat(Jira.json(answer.body()).isObject()).isTrue();
  }

  @Test
  void aSentenceCannotBreakOutOfItsString() {
    var refusal =
        new Refusal(
            Reason.AMBIGUOUS_PATH,
            "\"],\"admin\":[\"\\ \u0000 $code $requestId </script>\n",
            "",
            Optional.empty());

    var json = Jira.json(Jira.ANSWERS.answer(refusal, Jira.get()).body());

    assertThat(json.has("admin")).isFalse();
    assertThat(json.get("errorMessages").get(0).asText()).isEqualTo(refusal.sentence());
  }

  @Test
  void headHasNoBodyButTheLengthThatGetWouldHave() {
    var get = Jira.ANSWERS.answer(Refusal.of(Reason.GROUP_MISSING), Jira.get());
    var request = new RefusedRequest("req-1", "HEAD", Addressee.API_CLIENT, List.of());

    var head = Jira.ANSWERS.answer(Refusal.of(Reason.GROUP_MISSING), request);

    assertThat(head.body()).isEmpty();
    assertThat(head.headers()).isEqualTo(get.headers());
  }

  @Test
  void theLengthIsCountedInBytes() {
    var refusal =
        new Refusal(Reason.USER_UNMAPPED, "Jörg \uD83D\uDE00 is nobody", "", Optional.empty());

    var answer = Jira.ANSWERS.answer(refusal, Jira.get());

    int bytes = answer.body().getBytes(StandardCharsets.UTF_8).length;
    assertThat(Jira.header(answer, "Content-Length")).contains(Integer.toString(bytes));
  }

  @ParameterizedTest
  @CsvSource({"PT0S,1", "PT0.2S,1", "PT1S,1", "PT1.001S,2", "PT5M,300"})
  void retryAfterIsInWholeSecondsAndNeverZero(Duration wait, String seconds) {
    var refusal = Refusal.of(Reason.PROVIDER_SILENT).retryAfter(wait);

    var answer = Jira.ANSWERS.answer(refusal, Jira.get());

    assertThat(Jira.header(answer, "Retry-After")).contains(seconds);
  }

  @Test
  void withoutAPolicyTheAnswerIsStillJson() {
    var answer =
        RefusalAnswers.withoutPolicy().answer(Refusal.of(Reason.POLICY_MISSING), Jira.get());

    assertThat(answer.status()).isEqualTo(503);
    assertThat(Jira.json(answer.body()).get("code").asText()).isEqualTo("policy_missing");
  }

  @Test
  void aShapeThatIsOnlyAStringIsFilledToo() {
    var shapes = new ProductProfile.Refusals(new TextNode("$message"), new TextNode("no"));

    var answer =
        RefusalAnswers.of(shapes, "Crowd", Enrolment.UNTOLD)
            .answer(Refusal.of(Reason.SESSION_UNKNOWN), Jira.get());

    assertThat(answer.body()).isEqualTo("\"" + Reason.SESSION_UNKNOWN.sentence() + "\"");
  }

  @Test
  void anUnreadableRequestGetsTheFindingNowhere() {
    var refusal = Refusal.of(Reason.MALFORMED_MESSAGE, "bare CR").finding("byte 17 of the head");

    var answer = Jira.ANSWERS.answer(refusal, RefusedRequest.unread("req-2"));

    assertThat(answer.body()).contains("bare CR", "req-2").doesNotContain("byte 17");
    assertThat(Jira.header(answer, "Connection")).contains("close");
  }
}
