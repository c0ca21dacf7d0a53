package dev.apiauth.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apiauth.cli.run.Checkout;
import dev.apiauth.cli.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kubectl logs ... | apiauth report -f -}: the audit lines of a pod, added up. */
class ALogIsAReport {

  private static final String LOG = Checkout.resources("report/sidecar.log").toString();
  private static final String OTHER_POD = Checkout.resources("report/one.json").toString();

  @Test
  void ofWhoWasRefusedOrWouldBe() throws IOException {
    JsonNode sum = sum("-f", LOG);

    assertThat(sum.path("reports").asInt()).isEqualTo(1);
    assertThat(sum.path("since").asText()).isEqualTo("2026-11-24T09:00:00Z");
    assertThat(sum.path("resources")).isEmpty();
    assertThat(sum.at("/policies/0").asText()).isEqualTo("b19a8b");
    assertThat(sum.path("refusals")).hasSize(3);
    JsonNode robot = sum.at("/refusals/0");
    assertThat(robot.path("decision").asText()).isEqualTo("would-deny");
    assertThat(robot.path("reason").asText()).isEqualTo("password_refused");
    assertThat(robot.path("user").asText()).isEqualTo("robot");
    assertThat(robot.path("path").asText()).isEqualTo("/rest/api/2/issue/...");
    assertThat(robot.path("pathClass").asText()).isEqualTo("rest_api");
    assertThat(robot.path("count").asInt()).isEqualTo(2);
    assertThat(robot.path("firstSeen").asText()).isEqualTo("2026-11-24T09:00:03Z");
    assertThat(robot.path("lastSeen").asText()).isEqualTo("2026-11-24T09:00:04Z");
  }

  /** A token in the place of a password is none. */
  @Test
  void ofWhoStillUsesAPassword() throws IOException {
    JsonNode passwords = sum("-f", LOG).path("passwords");

    assertThat(passwords.findValuesAsText("user")).containsExactly("robot", "", "alice");
    assertThat(passwords.findValuesAsText("decision"))
        .containsExactly("would-deny", "allow", "allow");
    assertThat(passwords.findValuesAsText("credential"))
        .containsExactly("basic", "login_page", "basic");
  }

  @Test
  void andIsAddedToThoseOfOtherPods() throws IOException {
    JsonNode sum = sum("-f", LOG, "-f", OTHER_POD);

    assertThat(sum.path("reports").asInt()).isEqualTo(2);
    assertThat(sum.at("/resources/0").asText()).isEqualTo("atlassian/jira");
    assertThat(sum.path("since").asText()).isLessThan("2026-11-24T09:00:00Z");
  }

  /** {@code kubectl logs --prefix}, {@code --timestamps} and most collectors write so. */
  @ParameterizedTest
  @ValueSource(strings = {"[pod/jira-0/apiauth-sidecar] ", "2026-11-24T09:00:00.1Z ", "jira-0 | "})
  void whateverACollectorWroteBeforeEachLine(String prefix, @TempDir Path folder)
      throws IOException {
    String collected = Checkout.text(Path.of(LOG)).replaceAll("(?m)^", prefix);
    Path file = Files.writeString(folder.resolve("collected.log"), collected);

    assertThat(sum("-f", file.toString())).isEqualTo(sum("-f", LOG));
  }

  @Test
  void peopleSeeNoNameOfAResourceThatNoLineTells() {
    assertThat(Run.apiauth("report", "-f", LOG).out())
        .startsWith("1 reports since 2026-11-24T09:00:00Z");
  }

  @Test
  void ofALogWithoutRequestsNothingIsTold(@TempDir Path folder) throws IOException {
    Path quiet =
        Files.writeString(
            folder.resolve("quiet.log"),
            """
            {"type":"log","time":"2026-11-24T09:00:00Z","level":"INFO","message":"starting"}
            """);

    assertThat(Run.apiauth("report", "-f", quiet.toString()).out())
        .contains("Refused, or would be under Enforce: none", "Passwords still in use: none");
  }

  private static JsonNode sum(String... files) throws IOException {
    String[] words = new String[files.length + 3];
    words[0] = "report";
    System.arraycopy(files, 0, words, 1, files.length);
    words[files.length + 1] = "-o";
    words[files.length + 2] = "json";
    Run run = Run.apiauth(words);
    assertThat(run.exit()).as(run.err()).isZero();
    return new JsonMapper().readTree(run.out());
  }
}
