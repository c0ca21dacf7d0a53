package dev.apiauth.policy.request;

import static dev.apiauth.policy.request.Judged.passed;
import static dev.apiauth.policy.request.Judged.patterns;
import static dev.apiauth.policy.request.Judged.productPath;
import static dev.apiauth.policy.request.Judged.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Reason;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Path classes: ordered rules, and the safe side where there is none. */
class WhatNoRuleNamesNeedsACredential {

  private final PathClasses classes =
      PathClasses.of(
          List.of(
              rule(PathClass.HEALTH, "/status"),
              new PathClasses.Rule(
                  PathClass.SESSION_LOGIN, patterns("/rest/auth/*/session/**"), Set.of("POST")),
              rule(PathClass.LOGIN, "/login.jsp", "/rest/tsv/*/authenticate/**"),
              rule(PathClass.PUBLIC_ENDPOINT, "/rest/api/*/serverInfo"),
              rule(PathClass.REST_API, "/rest/**"),
              rule(PathClass.DOWNLOAD, "/plugins/servlet/streams"),
              rule(PathClass.SERVLET, "/plugins/servlet/**"),
              rule(PathClass.PAGE, "/", "/browse/**")));

  @ParameterizedTest
  @CsvSource({
    "GET, /status, HEALTH",
    "GET, /status/x, UNLISTED",
    "POST, /rest/auth/1/session, SESSION_LOGIN",
    "POST, /rest/auth/latest/session/, SESSION_LOGIN",
    "GET, /rest/auth/1/session, REST_API",
    "POST, /rest/tsv/1.0/authenticate/totp-code, LOGIN",
    "GET, /rest/api/2/serverInfo, PUBLIC_ENDPOINT",
    "GET, /rest/api/2/issue/ABC-1, REST_API",
    "GET, /rest, REST_API",
    "GET, /restx/api, UNLISTED",
    "GET, /plugins/servlet/streams, DOWNLOAD",
    "GET, /plugins/servlet/oauth/authorize, SERVLET",
    "GET, /, PAGE",
    "GET, /browse/ABC-1, PAGE",
    "GET, /some-app/data.json, UNLISTED"
  })
  void andTheFirstRuleThatMatchesCounts(String method, String raw, PathClass expected) {
    assertThat(passed(classes.classify(productPath(raw), method))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/REST/api/2/issue",
        "/Status",
        "/rest/AUTH/1/session",
        "/plugins/Servlet/x",
        "/BROWSE/x"
      })
  void norIsAnotherCaseAWayAround(String raw) {
    assertThat(refusedFor(Reason.AMBIGUOUS_PATH, classes.classify(productPath(raw), "POST")))
        .contains("by case only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rest/api/2/ISSUE/x", "/browse/ABC-1", "/Some-App/x"})
  void whereCaseChangesNoClassItIsTheProductsBusiness(String raw) {
    assertThat(passed(classes.classify(productPath(raw), "GET"))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"REST_API", "DOWNLOAD", "GIT", "LEGACY_RPC", "SESSION_LOGIN", "UNLISTED"})
  void likeEveryApi(PathClass pathClass) {
    assertThat(pathClass.surface()).isEqualTo(PathClass.Surface.API);
  }

  private static PathClasses.Rule rule(PathClass pathClass, String... texts) {
    return new PathClasses.Rule(pathClass, patterns(texts), Set.of());
  }
}
