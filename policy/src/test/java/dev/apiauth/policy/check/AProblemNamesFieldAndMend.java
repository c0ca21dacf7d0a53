package dev.apiauth.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AProblemNamesFieldAndMend {

  @Test
  void onOneLine() {
    assertThat(Problem.error("spec.mode", "unknown field", "Leave it out"))
        .hasToString("spec.mode: unknown field. Leave it out");
  }

  @Test
  void withoutAMendWhereTheMessageSaysIt() {
    assertThat(Problem.error("spec.mode", "say Enforce")).hasToString("spec.mode: say Enforce");
  }

  @Test
  void withoutAFieldWhereTheWholeFileIsMeant() {
    assertThat(Problem.error("", "the file is empty")).hasToString("the file is empty");
  }

  @ParameterizedTest
  @CsvSource({
    "cidr, cidrs",
    "CIDRS, cidrs",
    "grups, groups",
    "audience, audiences",
    "acess, access",
  })
  void andGuessesWhatASlipMeant(String written, String meant) {
    var known = List.of("access", "audiences", "cidrs", "groups", "name");

    assertThat(SimilarNames.nearest(written, known)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"anyOf", "credentials", "x", "nam3s"})
  void butDoesNotGuessWildly(String written) {
    assertThat(SimilarNames.nearest(written, List.of("allOf", "access", "id", "name"))).isEmpty();
  }
}
