package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.http.RawAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Public paths need no credential and excuse none; protected ones need one wherever they are. */
class PathsNeedACredentialOrNone {

  private static final Protected JIRA =
      Scenario.jira()
          .with(
              "/spec/access/publicPaths",
              "[{path: /rest/api/2/project}, {path: /rest/api/2/search, methods: [GET, POST]},"
                  + " {path: /plugins/servlet/export/all}]")
          .with(
              "/spec/access/protectedPaths",
              "[/plugins/servlet/export, /browse, /login.jsp, /rest/api/2/serverInfo]")
          .start();

  @AfterAll
  static void stop() {
    JIRA.close();
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvFileSource(resources = "paths.csv", numLinesToSkip = 1)
  void asTheTableSays(String method, String target, @Nullable String fields, String outcome) {
    JIRA.product().forget();
    RawAnswer answer = new WireRequest(method, target, fields, null).sendTo(JIRA);

    if (outcome.equals("forwarded")) {
      assertThat(JIRA.reachedProduct())
          .singleElement()
          .satisfies(seen -> assertThat(seen.actedAs()).isIn("anonymous", ""));
    } else {
      assertThat(answer.text()).contains(told(outcome));
      assertThat(JIRA.reachedProduct()).isEmpty();
    }
  }

  /** A refused password is told as the product itself does when Basic is off: without a code. */
  private static String told(String reason) {
    return reason.equals("password_refused")
        ? "Basic Authentication has been disabled on this instance."
        : "\"code\":\"" + reason + "\"";
  }
}
