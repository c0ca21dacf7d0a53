package dev.apiauth.policy.request;

import static dev.apiauth.policy.request.Judged.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Reason;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** N1 and N2: what two programs on the way might read differently never gets a path at all. */
class PathsWithTwoReadingsAreRefused {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(resources = "ambiguous-paths.csv", numLinesToSkip = 1)
  void withTheRuleInTheSentence(String rule, String raw) {
    assertThat(refusedFor(Reason.AMBIGUOUS_PATH, CanonicalPath.of(raw)))
        .isEqualTo(Reason.AMBIGUOUS_PATH.sentence().formatted(rule));
  }

  @ParameterizedTest(name = "byte {0}")
  @MethodSource("unprintable")
  void atEveryByteThatIsNotVisibleAscii(int octet) {
    refusedFor(Reason.AMBIGUOUS_PATH, CanonicalPath.of("/rest" + (char) octet + "/api"));
    refusedFor(Reason.AMBIGUOUS_PATH, CanonicalPath.of("/rest/api;x" + (char) octet));
  }

  static IntStream unprintable() {
    return IntStream.concat(IntStream.rangeClosed(0, ' '), IntStream.rangeClosed(0x7f, 0xff));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "ambiguous-paths.csv", numLinesToSkip = 1)
  void whereverTheyStandInThePath(String rule, String raw) {
    if (raw.startsWith("/") && !rule.contains("at the end") && !rule.contains("above the root")) {
      refusedFor(Reason.AMBIGUOUS_PATH, CanonicalPath.of("/a/b" + raw + "/c/d"));
    }
  }
}
