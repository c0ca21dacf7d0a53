package dev.apiauth.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.token.ApiTokenText;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who holds a token is told what is wrong with it; who does not learns nothing. */
class AnApiTokenIsProvenInItsTime {

  private static final Instant BEGIN = Instant.parse("2026-12-01T00:00:00Z");
  private static final Instant END = Instant.parse("2027-03-31T00:00:00Z");

  private final ApiTokenText ours = ApiTokenText.make(new SecureRandom());
  private final ApiTokenText strangers = ApiTokenText.make(new SecureRandom());
  private final ApiTokenIndex index = new ApiTokenIndex(List.of(token(ours, ours.id())));

  @ParameterizedTest(name = "at {0}: {1}")
  @CsvSource({
    "2026-11-30T23:59:59.999Z, api_token_not_yet_valid",
    "2026-12-01T00:00:00Z, pass",
    "2027-03-30T23:59:59.999Z, pass",
    "2027-03-31T00:00:00Z, api_token_expired",
    "9999-01-01T00:00:00Z, api_token_expired"
  })
  void byTheRequestsClock(Instant now, String expected) {
    assertThat(Told.of(index.prove(ours.reveal(), now))).isEqualTo(expected);
  }

  @Test
  void anotherIdIsUnknown() {
    assertThat(Told.of(index.prove(strangers.reveal(), BEGIN))).isEqualTo("api_token_unknown");
  }

  @Test
  void anotherSecretIsUnknownEvenWhereTheTokenHasEnded() {
    var other = new ApiTokenIndex(List.of(token(strangers, ours.id())));

    assertThat(Told.of(other.prove(ours.reveal(), BEGIN))).isEqualTo("api_token_unknown");
    assertThat(Told.of(other.prove(ours.reveal(), END))).isEqualTo("api_token_unknown");
  }

  @Test
  void theAnswerToAStrangerIsTheSameWhetherTheIdIsThereOrNot() {
    var other = new ApiTokenIndex(List.of(token(strangers, ours.id())));

    var ofAnother = (Outcome.Refused<ApiToken>) other.prove(ours.reveal(), BEGIN);
    var ofNobody = (Outcome.Refused<ApiToken>) ApiTokenIndex.EMPTY.prove(ours.reveal(), BEGIN);

    assertThat(ofAnother.refusal().sentence()).isEqualTo(ofNobody.refusal().sentence());
    assertThat(ofAnother.refusal().finding()).contains(ours.id(), "Secret ci");
    assertThat(ofNobody.refusal().finding()).contains(ours.id());
  }

  @Test
  void noFindingHoldsTheToken() {
    String secret = ours.reveal().substring(21);
    for (Instant now : List.of(BEGIN.minusSeconds(1), END)) {
      var refused = (Outcome.Refused<ApiToken>) index.prove(ours.reveal(), now);

      assertThat(refused.refusal().toString()).contains(ours.id()).doesNotContain(secret);
    }
    assertThat(index.prove(ours.reveal(), BEGIN).toString()).doesNotContain(secret);
  }

  @Test
  void anIdTwiceIsNotForTheIndexToChoose() {
    List<ApiToken> twice = List.of(token(ours, ours.id()), token(strangers, ours.id()));

    assertThatThrownBy(() -> new ApiTokenIndex(twice)).isInstanceOf(RuntimeException.class);
  }

  private static ApiToken token(ApiTokenText text, String id) {
    return new ApiToken(
        id, "Secret ci", text.hash(), "svc-ci", Optional.empty(), BEGIN, END, ApiTokenScope.ALL);
  }
}
