package dev.apiauth.policy.request;

import static dev.apiauth.policy.request.Judged.passed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.testkit.vectors.SharedVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** N5: for every target, either it is refused, or Tomcat's resolved path is the one decided on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThePathDecidedOnIsThePathThatTomcatServes {

  private static final int DRAWN = 20_000;

  private ListeningTomcat tomcat;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    tomcat = new ListeningTomcat(folder);
  }

  @AfterAll
  void stop() throws Exception {
    tomcat.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "canonical-paths.csv", numLinesToSkip = 1)
  void forTheSpellingsThatAreKnown(String raw) {
    assertAgreement(passed(CanonicalPath.of(raw)));
  }

  @Test
  void forEveryPairOfSuspiciousFragments() {
    var passed = TargetCorpus.pairs().flatMap(this::canonical).toList();

    assertThat(passed).as("enough to mean something").hasSizeGreaterThan(2_000);
    assertThat(passed).allSatisfy(this::assertAgreement);
  }

  @Test
  void forLongCombinationsOfSuspiciousFragments() {
    var passed = TargetCorpus.drawn(DRAWN).flatMap(this::canonical).toList();

    assertThat(passed).as("enough to mean something").hasSizeGreaterThan(DRAWN / 20);
    assertThat(passed).allSatisfy(this::assertAgreement);
  }

  @Test
  void forTomcatsOwnTables() throws IOException {
    var targets =
        Stream.concat(
            column("apache-tomcat/uri-canonicalization.json", "request_target"),
            column("apache-tomcat/normalize.json", "input"));

    var passed = targets.flatMap(target -> passing(asked(target))).toList();

    assertThat(passed).hasSizeGreaterThan(40);
    assertThat(passed).allSatisfy(this::assertAgreement);
  }

  @Test
  void whateverTheServletSpecificationCallsSuspiciousIsNoApiPath() throws IOException {
    var suspicious =
        cases("apache-tomcat/uri-canonicalization.json")
            .filter(row -> row.get("servlet6_spec_400").booleanValue())
            .map(row -> row.get("request_target").textValue());

    var passed =
        suspicious.flatMap(target -> passing(asked(target).then(CanonicalPath::strict))).toList();

    assertThat(passed).isEmpty();
  }

  /**
   * Stronger than what is promised: Tomcat resolves the raw spelling alike, whatever is odd in it.
   */
  private void assertAgreement(CanonicalPath path) {
    for (var spelling : List.of(path.encoded(), path.raw())) {
      assertThat(tomcat.resolve(spelling))
          .as("%s sent as %s", path.raw(), spelling)
          .isEqualTo(Optional.of(path.decoded()));
    }
  }

  private Stream<CanonicalPath> canonical(String raw) {
    return passing(CanonicalPath.of(raw));
  }

  private static Stream<CanonicalPath> passing(Outcome<CanonicalPath> outcome) {
    return switch (outcome) {
      case Outcome.Pass<CanonicalPath>(var path) -> Stream.of(path);
      case Outcome.Refused<CanonicalPath> refused -> Stream.empty();
    };
  }

  private static Outcome<CanonicalPath> asked(String target) {
    return RequestTarget.of(Judged.head("GET", target, "localhost"))
        .then(
            asked ->
                switch (asked) {
                  case RequestTarget.Resource(String path, var query) -> CanonicalPath.of(path);
                  case RequestTarget.WholeServer server -> fail("a path became a server");
                });
  }

  private static Stream<String> column(String file, String name) throws IOException {
    return cases(file).map(row -> row.get(name).textValue());
  }

  private static Stream<JsonNode> cases(String file) throws IOException {
    var table = new ObjectMapper().readTree(SharedVectors.file(file).toFile());
    return StreamSupport.stream(table.get("cases").spliterator(), false);
  }
}
