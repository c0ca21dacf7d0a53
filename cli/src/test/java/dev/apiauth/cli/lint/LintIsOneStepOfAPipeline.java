package dev.apiauth.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.apiauth.cli.run.Checkout;
import dev.apiauth.cli.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts rely on: exit codes, JSON and YAML. */
class LintIsOneStepOfAPipeline {

  private static final String WARNED = Checkout.file("examples/cognito.yaml").toString();
  private static final String REFUSED =
      Checkout.resources("lint/golden/refused-by-schema.in.yaml").toString();

  @Test
  void warningsAreFineUnlessStrict() {
    assertThat(Run.apiauth("lint", WARNED).exit()).isZero();
    assertThat(Run.apiauth("lint", "--strict", WARNED).exit()).isEqualTo(1);
    assertThat(Run.apiauth("lint", REFUSED).exit()).isEqualTo(1);
  }

  @Test
  void jsonAndYamlSayTheSame() throws IOException {
    JsonNode json = new JsonMapper().readTree(Run.apiauth("lint", REFUSED, "-o", "json").out());
    JsonNode yaml = new YAMLMapper().readTree(Run.apiauth("lint", REFUSED, "-o", "yaml").out());

    assertThat(yaml).isEqualTo(json);
    assertThat(json.path("errors").asInt()).isPositive();
    assertThat(json.path("findings"))
        .allSatisfy(
            finding -> {
              assertThat(finding.path("line").asInt()).isPositive();
              assertThat(finding.path("field").asText()).startsWith("spec");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "lint, Missing required parameter",
    "lint nowhere.yaml, nowhere.yaml: no such file",
    "lint --egress-allow x $FILE, neither a CIDR",
    "lint --secrets nowhere $FILE, --secrets nowhere: it is not there",
    "lint -o xml $FILE, xml",
    "lunt, lunt"
  })
  void aWrongCommandLineIsTwoAndSaysWhy(String line, String complaint) {
    Run run = Run.apiauth(line.replace("$FILE", WARNED).split(" "));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(complaint);
    assertThat(run.out()).isEmpty();
  }

  /** The operator's limit, which neither schema nor resolving knows. */
  @Test
  void whatDoesNotFitIntoASecretIsRefused(@TempDir Path secrets) throws IOException {
    String vault =
        IntStream.range(0, 12_000)
            .mapToObj(
                "- {username: user-%05d, token: 0123456789012345678901234567890123456789}"
                    ::formatted)
            .collect(Collectors.joining("\n    ", "    ", "\n"));
    Files.writeString(
        secrets.resolve("vault.yaml"),
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: pats, labels: {apiauth.dev/pat-vault: jira}}
        stringData:
          pats.yaml: |
        """
            + vault);

    Run run = Run.apiauth("lint", WARNED, "--secrets", secrets.toString());

    assertThat(run.out())
        .contains("bytes, the limit is 1015808: API tokens ", ", personal access tokens on file ");
    assertThat(run.exit()).isEqualTo(1);
  }
}
