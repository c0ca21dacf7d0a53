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

class ReportsOfAllPodsAreOne {

  private static final String ONE = Checkout.resources("report/one.json").toString();
  private static final String TWO = Checkout.resources("report/two.json").toString();

  @Test
  void rowsThatAreAlikeAreAddedUp() throws IOException {
    Run run = Run.apiauth("report", "-f", ONE, "-f", TWO, "-o", "json");
    JsonNode sum = new JsonMapper().readTree(run.out());

    assertThat(run.exit()).isZero();
    assertThat(sum.at("/reports").asInt()).isEqualTo(2);
    assertThat(sum.at("/resources/0").asText()).isEqualTo("atlassian/jira");
    assertThat(sum.at("/policies")).hasSize(1);
    assertThat(sum.at("/since").asText()).isEqualTo("2026-11-24T07:00:00Z");
    assertThat(sum.at("/unlisted").asInt()).isEqualTo(2);
    assertThat(sum.at("/refusals")).hasSize(3);
    JsonNode bob = sum.at("/refusals/0");
    assertThat(bob.path("user").asText()).isEqualTo("bob");
    assertThat(bob.path("count").asInt()).isEqualTo(63);
    assertThat(bob.path("firstSeen").asText()).isEqualTo("2026-11-24T08:30:00Z");
    assertThat(bob.path("lastSeen").asText()).isEqualTo("2026-11-24T10:00:00Z");
  }

  @Test
  void peopleSeeTheMostFrequentFirst() {
    Run run = Run.apiauth("report", "-f", ONE, "-f", TWO, "--top", "2");

    assertThat(run.out())
        .containsSubsequence(
            "atlassian/jira, 2 reports since 2026-11-24T07:00:00Z",
            "Refused, or would be under Enforce",
            "63     would-deny  group_missing",
            "40     would-deny  password_refused",
            "and 1 rows more, see --top",
            "Passwords still in use",
            "40     robot  basic",
            "python-requests/2.31",
            "2 requests are in no row");
  }

  @Test
  void severalReportsMayStandInOneFile(@TempDir Path folder) throws IOException {
    Path both = folder.resolve("both.json");
    Files.writeString(both, Checkout.text(Path.of(ONE)) + Checkout.text(Path.of(TWO)));

    assertThat(Run.apiauth("report", "-f", both.toString()).out()).contains("2 reports");
  }

  @Test
  void whatIsNoReportIsNotRead(@TempDir Path folder) throws IOException {
    Path other = Files.writeString(folder.resolve("other.json"), "[1, 2");

    assertThat(Run.apiauth("report", "-f", other.toString()).exit()).isEqualTo(2);
    assertThat(Run.apiauth("report").exit()).isEqualTo(2);
    assertThat(Run.apiauth("report", "--channel", "https://127.0.0.1:1").err())
        .contains("--channel needs --certificates");
  }
}
