package dev.apiauth.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.check.CheckedResource.Accepted;
import dev.apiauth.policy.check.CheckedResource.Refused;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WrongResourcesAreRefused {

  private static final ResourceCheck CHECK = ResourceCheck.byCommittedCrd();

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedHere")
  void withEachProblemNamedAndNoOther(WrongResource wrong) {
    assertThat(CHECK.check(wrong.yaml()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems())
                    .allMatch(wrong::expects)
                    .hasSameSizeAs(wrong.expectations()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedLater")
  void whatOnlyResolvingCanKnowPasses(WrongResource wrong) {
    assertThat(CHECK.check(wrong.yaml())).isInstanceOf(Accepted.class);
  }

  static Stream<WrongResource> refusedHere() {
    return WrongResource.refusedBy(List.of("file", "schema", "cel"));
  }

  static Stream<WrongResource> refusedLater() {
    return WrongResource.refusedBy(List.of("resolve"));
  }
}
