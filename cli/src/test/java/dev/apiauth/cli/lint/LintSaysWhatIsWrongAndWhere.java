package dev.apiauth.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.cli.lint.check.LintCheck;
import dev.apiauth.cli.lint.check.LintChecks;
import dev.apiauth.cli.run.Checkout;
import dev.apiauth.cli.run.GoldenRuns;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file in {@code golden} is linted. */
class LintSaysWhatIsWrongAndWhere {

  private static final GoldenRuns RUNS = new GoldenRuns(Checkout.resources("lint/golden"));

  static Stream<String> names() {
    return RUNS.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void asTheFileBesideItSays(String name) {
    RUNS.check(name);
  }

  /** A check without a file that gives it cause could be broken for long. */
  @Test
  void eachCheckHasACase() {
    String all =
        names()
            .map(name -> Checkout.text(RUNS.folder().resolve(name + ".out.txt")))
            .collect(Collectors.joining());

    assertThat(LintChecks.ALL)
        .extracting(LintCheck::name)
        .allSatisfy(name -> assertThat(all).contains("[%s]".formatted(name)));
  }
}
