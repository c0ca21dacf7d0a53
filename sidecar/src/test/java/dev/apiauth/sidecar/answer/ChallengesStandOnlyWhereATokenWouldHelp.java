package dev.apiauth.sidecar.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChallengesStandOnlyWhereATokenWouldHelp {

  /** The alphabet of RFC 6750, section 3 (check B6), held by every attribute. */
  private static final Pattern WELL_FORMED =
      Pattern.compile("Bearer \\w+=\"[ !#-\\[\\]-~]*\"(, \\w+=\"[ !#-\\[\\]-~]*\")*");

  private static final Pattern ERROR = Pattern.compile("error=\"(\\w+)\"");

  @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
  @CsvFileSource(resources = "challenges.csv", numLinesToSkip = 1)
  void eachReasonHasItsAnswer(
      Reason reason, int status, ConnectionFate connection, @Nullable String challenge) {
    var answer = Jira.ANSWERS.answer(Jira.refusal(reason), Jira.get());

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.connection()).isEqualTo(connection);
    assertThat(challenge(answer).map(this::error)).isEqualTo(Optional.ofNullable(challenge));
  }

  @Test
  void noReasonIsForgottenInTheTable() throws IOException {
    try (var table = getClass().getResourceAsStream("challenges.csv")) {
      assertThat(table).isNotNull();
      var rows = new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1);
      assertThat(rows.map(row -> Reason.valueOf(row.substring(0, row.indexOf(',')))))
          .containsExactlyInAnyOrder(Reason.values());
    }
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void each401HasAChallengeAndNoneOffersBasic(Reason reason) {
    var answer = Jira.ANSWERS.answer(Jira.refusal(reason), Jira.get());

    if (answer.status() == 401) assertThat(challenge(answer)).isPresent();
    assertThat(challenge(answer).orElse("Bearer x=\"\"")).matches(WELL_FORMED);
    assertThat(challenge(answer).orElse("").toLowerCase(Locale.ROOT)).doesNotContain("basic");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void aPreflightIsNeverChallengedAndNever401(Reason reason) {
    var preflight = new RefusedRequest("req-1", "OPTIONS", Addressee.PREFLIGHT, List.of());

    var answer = Jira.ANSWERS.answer(Jira.refusal(reason), preflight);

    assertThat(answer.status()).isNotEqualTo(401);
    assertThat(challenge(answer)).isEmpty();
  }

  @Test
  void theScopesThatAreNeededAreTold() {
    var request = Jira.get().needing(List.of("jira.read", "jira.write"));

    var answer = Jira.ANSWERS.answer(Refusal.of(Reason.SCOPE_MISSING), request);

    assertThat(challenge(answer)).get().asString().endsWith(", scope=\"jira.read jira.write\"");
  }

  @Test
  void scopesAreToldWithNoOtherReason() {
    var request = Jira.get().needing(List.of("jira.read"));

    var answer = Jira.ANSWERS.answer(Refusal.of(Reason.GROUP_MISSING), request);

    assertThat(challenge(answer)).get().asString().doesNotContain("scope=\"jira");
  }

  @Test
  void whatIsOutsideTheAlphabetCannotEscapeTheQuotes() {
    var refusal =
        new Refusal(
            Reason.TOKEN_EXPIRED, "ended \"\\\r\nX: y\u00e9\u2028 at noon", "", Optional.empty());

    var answer = Jira.ANSWERS.answer(refusal, Jira.get());

    assertThat(challenge(answer)).get().asString().matches(WELL_FORMED).contains("ended ????X: y");
  }

  private static Optional<String> challenge(HttpAnswer answer) {
    return Jira.header(answer, "WWW-Authenticate");
  }

  private String error(String challenge) {
    Matcher error = ERROR.matcher(challenge);
    return error.find() ? error.group(1) : "without error";
  }
}
