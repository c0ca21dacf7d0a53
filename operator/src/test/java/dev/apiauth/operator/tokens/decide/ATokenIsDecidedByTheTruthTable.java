package dev.apiauth.operator.tokens.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The rows of {@link TokenDecider}, in {@code decisions.csv}. */
class ATokenIsDecidedByTheTruthTable {

  @ParameterizedTest(name = "{0} policy, {1} value, {2} h, {3} older: {4}")
  @CsvFileSource(resources = "decisions.csv", numLinesToSkip = 1)
  void row(String policy, String value, int hours, int older, String decision) {
    assertThat(told(Facts.of(policy, value, hours).with(older).facts())).isEqualTo(decision);
  }

  @Test
  void nobodyActsAsWhomThePolicyDenies() {
    assertThat(told(Facts.of("takes", "none", 0).facts("Root"))).isEqualTo("False UsernameDenied");
    assertThat(told(Facts.of("takes", "none", 0).facts("anonymous")))
        .isEqualTo("False UsernameDenied");
  }

  private static String told(TokenFacts facts) {
    return switch (TokenDecider.decide(facts)) {
      case TokenDecision.Issue() -> "issue";
      case TokenDecision.Remove() -> "remove";
      case TokenDecision.Leave(TokenVerdict verdict) -> verdict.status() + " " + verdict.reason();
    };
  }
}
