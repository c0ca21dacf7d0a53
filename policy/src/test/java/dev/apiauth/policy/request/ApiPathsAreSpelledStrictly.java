package dev.apiauth.policy.request;

import static dev.apiauth.policy.request.Judged.passed;
import static dev.apiauth.policy.request.Judged.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiPathsAreSpelledStrictly {

  @ParameterizedTest
  @CsvSource({
    "/rest;x/api, a path parameter",
    "/rest/api;jsessionid=1/x, a path parameter",
    "/rest/api;jsessionid=1;x, a path parameter",
    "/rest/api;, a path parameter",
    "/rest/./api, a dot segment",
    "/foo/../rest/api, a dot segment",
    "/foo/%2e%2e/rest/api, a dot segment",
    "//rest/api, an empty segment",
    "/rest/api//, an empty segment"
  })
  void orRefused(String raw, String rule) {
    var path = passed(CanonicalPath.of(raw));

    assertThat(refusedFor(Reason.AMBIGUOUS_PATH, path.strict())).contains(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/rest/api/2/project",
        "/rest/api/2/project/",
        "/rest/api/2/project;jsessionid=A1.node1",
        "/%72est/api",
        "/rest/api/content/[x]",
        "/rest/api/1.0/projects/P/repos/r/browse/C%23/a%20b.cs"
      })
  void withEveryHarmlessSpellingMended(String raw) {
    var path = passed(CanonicalPath.of(raw).then(CanonicalPath::strict));

    assertThat(path.encoded()).doesNotContain(";", "[", "%72");
  }
}
