package dev.apiauth.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.cli.run.Checkout;
import dev.apiauth.cli.run.GoldenRuns;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file in {@code golden} is a policy and a request, explained without asking anybody. */
class ARequestIsExplainedStepByStep {

  private static final GoldenRuns RUNS = new GoldenRuns(Checkout.resources("explain/golden"));

  static Stream<String> names() {
    return RUNS.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void asTheFileBesideItSays(String name) {
    RUNS.check(name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void andNoSecretIsShown(String name) {
    assertThat(Checkout.text(RUNS.folder().resolve(name + ".out.txt")))
        .doesNotContain("PLANT", "eyJ");
  }
}
