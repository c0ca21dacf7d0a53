package dev.apiauth.policy.request;

import static dev.apiauth.policy.request.Judged.passed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class APathIsForwardedInOneSpelling {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "canonical-paths.csv", numLinesToSkip = 1)
  void whichKeepsItsMeaning(String raw, String decoded, String encoded, String oddities) {
    var path = passed(CanonicalPath.of(raw));

    assertThat(path.raw()).isEqualTo(raw);
    assertThat(path.decoded()).isEqualTo(decoded);
    assertThat(path.encoded()).isEqualTo(encoded);
    assertThat(path.oddities()).isEqualTo(named(oddities));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "canonical-paths.csv", numLinesToSkip = 1)
  void whichHasNoFurtherOne(String raw) {
    var path = passed(CanonicalPath.of(raw));

    var again = passed(CanonicalPath.of(path.encoded()));

    assertThat(again.encoded()).isEqualTo(path.encoded());
    assertThat(again.decoded()).isEqualTo(path.decoded());
    assertThat(again.oddities()).isEmpty();
  }

  @Test
  void whateverPassesOutOfTheCorpus() {
    assertThat(TargetCorpus.drawn(5_000).map(CanonicalPath::of))
        .allSatisfy(
            outcome ->
                outcome.map(
                    path -> {
                      whichHasNoFurtherOne(path.raw());
                      assertThat(path.encoded()).matches("/[!-~&&[^;\\[\\]|\\\\]]*");
                      return path;
                    }));
  }

  @Test
  void withoutAnyCopyIfThePathIsPlain() {
    var raw = "/rest/api/2/issue/ABC-1/comment";

    var path = passed(CanonicalPath.of(raw));

    assertThat(path.decoded()).isSameAs(raw);
    assertThat(path.encoded()).isSameAs(raw);
    assertThat(path.rawAgrees()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/display/DS/A+B", "/display/DS/A%2bB", "/display/DS/[x]|y", "/a%3Bb"})
  void asItCameWhereTomcatAndTheStaticRewriteReadItAlike(String raw) {
    assertThat(passed(CanonicalPath.of(raw)).rawAgrees()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a;x",
        "/a;jsessionid=1",
        "/a//b",
        "/a/./b",
        "/s/a/_/rest/x/%5f/login.jsp",
        "/%72est"
      })
  void neverAsItCameElsewhere(String raw) {
    assertThat(passed(CanonicalPath.of(raw)).rawAgrees()).isFalse();
  }

  private static Set<Oddity> named(String oddities) {
    var set = EnumSet.noneOf(Oddity.class);
    if (oddities != null) {
      Arrays.stream(oddities.split(" ")).map(Oddity::valueOf).forEach(set::add);
    }
    return set;
  }
}
