package dev.apiauth.policy.request;

import static dev.apiauth.policy.request.Judged.passed;
import static dev.apiauth.policy.request.Judged.refusedFor;
import static dev.apiauth.policy.request.Judged.relativePath;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.testkit.vectors.SharedVectors;
import java.io.File;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** {@code /s/<anything>/_/<tail>} is forwarded to the tail by the product, whatever it is. */
class AStaticResourcePathCountsAsWhatItLeadsTo {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "rewritten-paths.csv", numLinesToSkip = 1)
  void byTheLastMark(String raw, String innermost) {
    assertThat(passed(relativePath(raw).innermost()).value()).isEqualTo(innermost);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "rewritten-paths.csv", numLinesToSkip = 1)
  void afterOneStep(String raw) {
    var innermost = passed(relativePath(raw).innermost()).value();

    assertThat(passed(new RelativePath(innermost).innermost()).value()).isEqualTo(innermost);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "refused-rewrites.csv", numLinesToSkip = 1)
  void orIsRefused(String raw, String rule) {
    assertThat(refusedFor(Reason.AMBIGUOUS_PATH, relativePath(raw).innermost())).contains(rule);
  }

  @Test
  void belowTheContextPath() {
    var confluence = Judged.read(ContextPath.parse("/confluence"));
    var path = passed(CanonicalPath.of("/confluence/s/a/_/rest/api"));

    var innermost = passed(path.relativeTo(confluence).orElseThrow().innermost());

    assertThat(innermost.value()).isEqualTo("/rest/api");
  }

  @Test
  void soThatKnownAttacksOnItPassNobody() throws IOException {
    var attacks = new ObjectMapper().readTree(attackFile()).get("paths");

    assertThat(
            StreamSupport.stream(attacks.spliterator(), false)
                .map(AStaticResourcePathCountsAsWhatItLeadsTo::path))
        .hasSizeGreaterThan(5)
        .allSatisfy(path -> assertThat(asApiPath(path)).isInstanceOf(Outcome.Refused.class));
  }

  private static File attackFile() {
    return SharedVectors.file("atlassian/path-regressions.json").toFile();
  }

  private static String path(JsonNode attack) {
    return attack.get("path").textValue();
  }

  private static Outcome<ProductPath> asApiPath(String raw) {
    return CanonicalPath.of(raw)
        .then(CanonicalPath::strict)
        .then(path -> path.relativeTo(ContextPath.ROOT).orElseThrow().innermost());
  }
}
