package dev.apiauth.sidecar.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.apiauth.sidecar.clients.Calls.Ended;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.StubCompany;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The Python package {@code jira}, given a token where it used to be given one of Jira's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PythonsJiraClientWorksUnchanged {

  private static final String PACKAGE = "jira==3.10.5";

  private final StubCompany company = new StubCompany();
  private final Protected jira = company.trusted(Scenario.jira()).start();
  private Path python = Path.of("python3");
  private Path script = Path.of("");

  @BeforeAll
  void install(@TempDir Path folder) throws IOException {
    assumeTrue(Calls.isThere("python3"), "SKIPPED: there is no python3, so jira was not tried");
    Path environment =
        Path.of(System.getProperty("apiauth.cache", System.getProperty("java.io.tmpdir")))
            .resolve("python-clients");
    python = environment.resolve("bin/python");
    if (imports().exit() != 0) create(environment);
    script = folder.resolve("calls.py");
    try (InputStream calls = getClass().getResourceAsStream("calls.py")) {
      Files.copy(Objects.requireNonNull(calls), script);
    }
  }

  private void create(Path environment) {
    Calls.run(List.of("python3", "-m", "venv", environment.toString()));
    Calls.run(List.of(python.toString(), "-m", "pip", "install", "--quiet", PACKAGE));
    Ended imported = imports();
    assumeTrue(
        imported.exit() == 0,
        "SKIPPED: the Python package jira cannot be installed, so it was not tried: "
            + imported.printed());
  }

  private Ended imports() {
    return Files.isExecutable(python)
        ? Calls.run(List.of(python.toString(), "-c", "import jira"))
        : new Ended(1, "no environment");
  }

  @AfterAll
  void stop() {
    jira.close();
    company.close();
  }

  @Test
  void projectsAreListedAndAnIssueIsCreatedAndCommented() {
    Ended ended = call("work", company.tokenOf("alice"));

    assertThat(ended.exit()).as(ended.printed()).isZero();
    assertThat(ended.printed()).contains("projects ABC").contains("comment by alice");
  }

  @Test
  void a401AndA403AreItsOwnErrorsWithOurSentence() {
    Ended unauthorized = call("refusal", "nonsense");
    Ended forbidden =
        call("refusal", company.draftFor("alice").claim("groups", List.of("others")).sign());

    assertThat(unauthorized.printed()).contains("JIRAError 401");
    assertThat(forbidden.printed())
        .contains("JIRAError 403")
        .contains("You are in none of the groups that may call this API.");
  }

  private Ended call(String what, String token) {
    return Calls.run(
        List.of(python.toString(), script.toString(), what, Calls.address(jira), token));
  }
}
