package dev.apiauth.sidecar.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.StubCompany;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** curl, with nothing but the token that the guide tells people to add. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CurlWorksUnchanged {

  private final StubCompany company = new StubCompany();
  private final Protected jira = company.trusted(Scenario.jira()).start();

  @BeforeAll
  void isThere() {
    assumeTrue(Calls.isThere("curl"), "SKIPPED: there is no curl, so it was not tried");
  }

  @AfterAll
  void stop() {
    jira.close();
    company.close();
  }

  @Test
  void projectsAreListed() {
    assertThat(curl("/rest/api/2/project")).startsWith("200 ").contains("\"key\"");
  }

  @Test
  void anIssueIsCreatedAndCommented() {
    String issue =
        "{\"fields\": {\"project\": {\"key\": \"ABC\"}, \"summary\": \"by curl\", \"issuetype\":"
            + " {\"name\": \"Task\"}}}";
    String created = curl("/rest/api/2/issue", "-H", "Content-Type: application/json", "-d", issue);
    assertThat(created).startsWith("201 ");
    String key = created.replaceAll("(?s).*\"key\":\"([^\"]+)\".*", "$1");

    assertThat(
            curl(
                "/rest/api/2/issue/" + key + "/comment",
                "-H",
                "Content-Type: application/json",
                "-d",
                "{\"body\": \"from a shell\"}"))
        .startsWith("201 ")
        .contains("alice");
  }

  /** curl asks for 100 (Continue) before it sends as much. */
  @Test
  void aLongBodyIsSentAfterContinue() {
    assertThat(
            curl(
                "/rest/api/2/issue/ABC-1/attachments",
                "-H",
                "Expect: 100-continue",
                "-H",
                "X-Atlassian-Token: no-check",
                "-F",
                "file=" + "x".repeat(100_000)))
        .startsWith("200 ");
  }

  @Test
  void refusalsCanBeRead() {
    assertThat(call("/rest/api/2/project", List.of("-u", "alice:secret")))
        .startsWith("403 ")
        .contains("Basic Authentication has been disabled on this instance.");
    assertThat(call("/rest/api/2/project", List.of("-H", "Authorization: Bearer nonsense")))
        .startsWith("401 ")
        .contains("\"message\"");
    assertThat(call("/rest/api/2/project", List.of())).startsWith("401 ").contains("Bearer");
  }

  private String curl(String path, String... more) {
    var options = new ArrayList<>(List.of(more));
    options.addAll(List.of("-H", "Authorization: Bearer " + company.tokenOf("alice")));
    return call(path, options);
  }

  /** Status and body. */
  private String call(String path, List<String> options) {
    var command = new ArrayList<>(List.of("curl", "-sS", "-o", "-", "-w", "\n%{http_code}"));
    command.addAll(options);
    command.add(Calls.address(jira) + path);
    String printed = Calls.run(command).printed();
    int last = printed.lastIndexOf('\n');
    return printed.substring(last + 1) + " " + printed.substring(0, last);
  }
}
