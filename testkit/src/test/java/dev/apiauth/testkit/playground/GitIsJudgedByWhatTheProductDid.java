package dev.apiauth.testkit.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.git.GitResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitIsJudgedByWhatTheProductDid {

  @ParameterizedTest
  @CsvSource({
    "0,   alice alice, true",
    "0,   alice bob,   false",
    "0,   bob bob,     false",
    "0,   '',          false",
    "128, alice alice, false",
  })
  void aCloneMustSucceedAsItsUserAndNobodyElse(int exit, String actedAs, boolean good) {
    assertThat(row(Optional.of("alice"), exit, actedAs).asExpected()).isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource({"128, '', true", "0, '', false", "128, alice, false"})
  void aRefusedPushMustFailAndReachNobody(int exit, String actedAs, boolean good) {
    assertThat(row(Optional.empty(), exit, actedAs).asExpected()).isEqualTo(good);
  }

  @Test
  void theServersWordsAreShown() {
    assertThat(row(Optional.empty(), 128, "").said()).contains("remote: not allowed");
  }

  private static GitRow row(Optional<String> user, int exit, String actedAs) {
    List<String> users = actedAs.isEmpty() ? List.of() : List.of(actedAs.split(" "));
    var result = new GitResult(exit, "remote: not allowed\nfatal: 403\n", Duration.ZERO);
    return new GitRow("git push", user, result, users);
  }
}
