package dev.apiauth.sidecar.apitokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Installed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything that a sidecar prints at the finest level of its log, searched for tokens. */
class ApiTokensAreNeverPrinted {

  private static final String CALL = Tokened.JIRA.call();

  private final List<String> secrets = new ArrayList<>();

  @Test
  void whateverBecomesOfThem() {
    var good = secret(IssuedSecret.of("alice", "alice"));
    var unknown = secret(IssuedSecret.of("nowhere", "alice"));
    var planted = secret(IssuedSecret.of("planted", "bob"));
    try (var jira = Tokened.JIRA.scenario().install("-DAPIAUTH_LOG_LEVEL=TRACE")) {
      planted.with("token", planted.token()).in(jira.folder());
      good.in(jira.folder());
      Eventually.holds(() -> status(jira, good.token()) == 200, "the token comes into force");
      for (IssuedSecret token : List.of(unknown, planted)) {
        assertThat(status(jira, token.token())).isEqualTo(401);
      }
      status(jira, good.token().substring(0, 58));
      status(jira, good.token() + "\"");
      jira.sidecar().client().get(CALL).basic("alice", good.token()).send();
      jira.sidecar().client().get(CALL).header("X-Api-Key", good.token()).send();
      jira.sidecar().client().get(CALL).header("X-Api-Key", unknown.token()).send();
      jira.sidecar().client().get(CALL + "?access_token=" + good.token()).send();
      jira.sidecar().client().get("/rest/" + good.token() + "/x").send();
      jira.sidecar().terminate();
      jira.sidecar().awaitEnd();

      List<String> printed = jira.sidecar().printed();
      assertThat(String.join("\n", printed))
          .contains(good.label(), "Secret planted", "api_token_unknown", "api_token_malformed");
      assertThat(printed)
          .allSatisfy(line -> assertThat(line).doesNotContain(secrets.toArray(String[]::new)));
    }
  }

  private static int status(Installed jira, String token) {
    return jira.sidecar().client().get(CALL).bearer(token).send().status();
  }

  /** Remembers its secret part, and what Basic makes of it. */
  private IssuedSecret secret(IssuedSecret issued) {
    String token = issued.token();
    secrets.add(token.substring(21, 53));
    secrets.add(
        Base64.getEncoder()
            .encodeToString(("alice:" + token).getBytes(StandardCharsets.UTF_8))
            .substring(0, 60));
    return issued;
  }
}
