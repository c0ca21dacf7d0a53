package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.apiauth.policy.document.UsageReport.UsageRow;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an administrator has to know before Shadow becomes Enforce. */
class WhoWouldBeRefusedIsReported {

  private final People people = new People();
  private final Protected jira =
      people
          .trustedBy(Scenario.jira())
          .withProduct(product -> product.withUser("alice", "open-sesame"))
          .with("/spec/mode", "Shadow")
          .start();

  @AfterEach
  void stop() {
    jira.close();
    people.close();
  }

  @Test
  void byWhichRuleAndForWhom() {
    String token = people.draftFor("alice").claim("groups", List.of("somebody-else")).sign();
    jira.client().get("/rest/api/2/issue/ABC-1/comment").bearer(token).send();
    jira.client().get("/rest/api/2/issue/ABC-2/comment").bearer(token).send();

    assertThat(jira.sidecar().usage().refusals())
        .extracting(
            UsageRow::decision,
            UsageRow::reason,
            UsageRow::credential,
            UsageRow::user,
            UsageRow::path,
            UsageRow::count)
        .containsExactly(
            tuple("would-deny", "group_missing", "bearer", "alice", "/rest/api/2/issue/...", 2L));
  }

  @Test
  void andWhoStillUsesPasswordsFromWhereOnWhatPathWithWhichClient() {
    jira.client()
        .get("/rest/api/2/search")
        .header("User-Agent", "curl/8.5.0 (something else)")
        .basic("alice", "open-sesame")
        .send();
    jira.client().form("/rest/api/2/search", "os_username=alice&os_password=open-sesame").send();

    assertThat(jira.sidecar().usage().passwords())
        .extracting(
            UsageRow::credential,
            UsageRow::user,
            UsageRow::address,
            UsageRow::path,
            UsageRow::client)
        .contains(tuple("basic", "alice", "127.0.0.1", "/rest/api/2/search", "curl/8.5.0"))
        .anySatisfy(row -> assertThat(row.toList()).startsWith("parameters", "alice"));
  }

  @Test
  void aTokenInThePlaceOfAPasswordIsNone() {
    jira.client().get("/rest/api/2/search").basic("alice", people.tokenOf("alice")).send();

    assertThat(jira.sidecar().usage().passwords()).isEmpty();
    assertThat(jira.sidecar().usage().refusals()).isEmpty();
  }

  @Test
  void norIsTheReportAPlaceForSecrets() {
    jira.client().get("/rest/api/2/search").basic("PLANTED-name", "PLANTED-password").send();

    assertThat(jira.sidecar().usage().toString())
        .contains("PLANTED-name")
        .doesNotContain("PLANTED-password");
  }
}
