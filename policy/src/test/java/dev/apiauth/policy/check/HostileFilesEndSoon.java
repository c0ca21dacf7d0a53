package dev.apiauth.policy.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.apiauth.policy.check.CheckedResource.Refused;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HostileFilesEndSoon {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String HEAD =
      """
      apiVersion: apiauth.dev/v1alpha1
      kind: AtlassianApiAuth
      metadata: {name: jira}
      """;

  private static final ResourceCheck CHECK = ResourceCheck.byCommittedCrd();

  @Test
  void aFileOverTheLimitIsNotRead() throws Exception {
    String yaml = Files.readString(WrongResource.smallest());
    String padded = yaml + "#" + "x".repeat(512 * 1024 - yaml.length());

    assertThat(problem(padded)).startsWith("the file has 524289 bytes; at most 524288 are read.");
  }

  @Test
  void aliasesOfAliasesAreCountedAsOftenAsTheyAreUsed() {
    var bomb = new StringBuilder(HEAD).append("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i <= 4; i++) {
      String alias = "*a" + (i - 1) + ", ";
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, alias.repeat(12)));
    }

    assertThat(problem(bomb.toString())).startsWith("the file has more than 100000 values.");
  }

  @Test
  void anAliasThatContainsItselfHasAnEnd() {
    assertThat(problem(HEAD + "spec: &spec {spec: *spec, again: *spec}\n"))
        .startsWith("the file has more than");
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(problem(HEAD + "spec: " + "[".repeat(5000))).contains("Nesting Depth");
  }

  @Test
  void manyProvidersAreNotComparedWithEachOther() {
    assertThat(problem(HEAD + "spec: {providers: [" + "{name: a}, ".repeat(20_000) + "]}"))
        .contains("Too many: 20000: must have at most 16 items");
  }

  private String problem(String yaml) {
    var result = assertTimeoutPreemptively(SOON, () -> CHECK.check(yaml));
    return String.join(
        "\n", ((Refused) result).problems().stream().map(Problem::toString).toList());
  }
}
