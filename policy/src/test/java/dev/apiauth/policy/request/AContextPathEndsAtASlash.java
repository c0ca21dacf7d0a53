package dev.apiauth.policy.request;

import static dev.apiauth.policy.request.Judged.passed;
import static dev.apiauth.policy.request.Judged.problem;
import static dev.apiauth.policy.request.Judged.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AContextPathEndsAtASlash {

  @ParameterizedTest
  @CsvSource({
    "/confluence, /confluence/rest/api/content/, /rest/api/content/",
    "/confluence/, /confluence/rest, /rest",
    "/confluence, /confluence, /",
    "/confluence, /confluence/, /",
    "/confluence, /%63onfluence/x, /x",
    "/tools/jira, /tools/jira/rest, /rest",
    "'', /rest/, /rest/",
    "/, /rest, /rest"
  })
  void belowWhichThePathIsTheProducts(String context, String raw, String relative) {
    var path = passed(CanonicalPath.of(raw)).relativeTo(read(ContextPath.parse(context)));

    assertThat(path).hasValueSatisfying(found -> assertThat(found.value()).isEqualTo(relative));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/confluencex",
        "/confluencex/rest",
        "/Confluence/rest",
        "/rest",
        "/x/confluence"
      })
  void outsideOfWhichItIsNot(String raw) {
    var confluence = read(ContextPath.parse("/confluence"));

    assertThat(passed(CanonicalPath.of(raw)).relativeTo(confluence)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"confluence", "//", "/a//b", "/a/../b", "/a%62", "/a;b", "/a b", "/a//"})
  void andIsPlain(String text) {
    assertThat(problem(ContextPath.parse(text))).contains("is no context path");
  }

  @Test
  void soThatSegmentsAreCountedBelowIt() {
    var path = passed(CanonicalPath.of("/confluence/rest/a%20b/"));

    var below = path.relativeTo(read(ContextPath.parse("/confluence"))).orElseThrow();

    assertThat(passed(below.innermost()).segments()).isEqualTo(List.of("rest", "a b"));
  }
}
