package dev.apiauth.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The table was made by kubectl's own YAML library. */
class PlainScalarsMeanWhatKubectlReads {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "plain-scalars.csv", numLinesToSkip = 1, quoteCharacter = '\'')
  void andAreNoOtherValue(String written, String meant) {
    var findings = new Findings();

    var tree = new ManifestYaml(findings).read("a: " + written + "\n");

    assertThat(tree.get("a")).hasToString(meant);
    assertThat(findings.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({".inf", "-.inf", ".nan", "!!binary aGk=", "!secret x", "!!timestamp 2026-11-24"})
  void whatJsonHasNoValueForIsNamed(String written) {
    var findings = new Findings();

    new ManifestYaml(findings).read("spec: {mode: %s}\n".formatted(written));

    assertThat(findings.problems())
        .singleElement()
        .asString()
        .startsWith("spec.mode: line 1: JSON has no value for ");
  }
}
