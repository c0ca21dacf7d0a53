package dev.apiauth.testkit.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.product.account.BasicAuthenticationSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Atlassian's own way to disable Basic authentication, with its gaps. */
class TheBasicSwitchSeesOnlyTheHeader {

  private static final String MYSELF = "/rest/api/2/myself";

  private final RunningProduct jira =
      ProductSimulator.jira()
          .withUser("alice", "wonderland")
          .withUser("admin", "secret", "jira-administrators")
          .withBasicAuthentication(BasicAuthenticationSwitch.BLOCKED)
          .start();
  private final Asked asked = new Asked(jira);
  private final String alice = Asked.basic("alice", "wonderland");

  @AfterEach
  void stop() {
    jira.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {MYSELF, "/secure/Dashboard.jspa", "/status", "/nowhere"})
  void theHeaderIsRefusedOnEveryPathInAtlassiansWords(String path) {
    var answer = asked.get(path, "Authorization", alice);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body())
        .isEqualTo("{\"message\":\"Basic Authentication has been disabled on this instance.\"}");
  }

  @Test
  void evenBesideASession() {
    var cookie = jira.signIn("alice").header();

    assertThat(asked.get(MYSELF, "Authorization", alice, "Cookie", cookie).status()).isEqualTo(403);
  }

  @Test
  void parametersAndTheLoginPageStayOpen() {
    var credentials = "{\"username\":\"alice\",\"password\":\"wonderland\"}";

    assertThat(asked.get(MYSELF + "?os_username=alice&os_password=wonderland").status())
        .isEqualTo(200);
    assertThat(asked.post("/rest/tsv/1.0/authenticate", credentials).status()).isEqualTo(200);
  }

  @Test
  void theSessionResourceIsClosedToo() {
    var credentials = "{\"username\":\"alice\",\"password\":\"wonderland\"}";

    assertThat(asked.post("/rest/auth/1/session", credentials).status()).isEqualTo(403);
  }

  @Test
  void anAdministratorOpensAPathAndAnotherForOneUser() {
    var admin = jira.signIn("admin").header();
    var config =
        "{\"block-requests\":true,\"allowed-paths\":[\"/rest/api/*/project\"],\"allowed-users\":[\"Admin\"]}";

    var set = asked.put("/rest/basicauth/1.0/config", config, "Cookie", admin);

    assertThat(set.json().path("allowed-users").get(0).asText()).isEqualTo("Admin");
    assertThat(asked.get("/rest/api/2/project", "Authorization", alice).status()).isEqualTo(200);
    assertThat(asked.get(MYSELF, "Authorization", alice).status()).isEqualTo(403);
    assertThat(asked.get(MYSELF, "Authorization", Asked.basic("admin", "secret")).status())
        .isEqualTo(200);
  }

  @Test
  void nobodyElseSeesTheSetting() {
    var cookie = jira.signIn("alice").header();

    assertThat(asked.get("/rest/basicauth/1.0/config", "Cookie", cookie).status()).isEqualTo(403);
    assertThat(asked.get("/rest/basicauth/1.0/config").status()).isEqualTo(401);
  }
}
