package dev.apiauth.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.crd.status.StatusCondition;
import dev.apiauth.operator.status.Workload.SidecarForm;
import dev.apiauth.policy.check.Problem;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessagesStayShort {

  @Test
  void fivePodsAreNamedAndTheRestCounted() {
    String eight = String.join(" ", Collections.nCopies(8, "older"));
    var facts = Facts.of(eight).with(new Workload.Present("jira", 8, SidecarForm.NATIVE));

    assertThat(message(facts, ConditionType.Programmed))
        .isEqualTo(
            "0/8 pods enforce 9f2c1a. Not yet: jira-0 (enforces 1b2c3d), jira-1 (enforces 1b2c3d),"
                + " jira-2 (enforces 1b2c3d), jira-3 (enforces 1b2c3d), jira-4 (enforces 1b2c3d)"
                + " and 3 more.");
  }

  @Test
  void theGravestLagIsNamedFirst() {
    var facts = Facts.of("older older older older older older refusing bare");

    assertThat(message(facts, ConditionType.Programmed))
        .contains("Not yet: jira-7 (has no sidecar), jira-6 (enforces 1b2c3d and refuses");
  }

  @Test
  void aThousandProblemsAreCutAtAWord() {
    List<Problem> many =
        IntStream.range(0, 1000)
            .mapToObj(n -> Problem.error("spec.providers[%d]".formatted(n), "is wrong"))
            .toList();

    String message =
        message(Facts.of("well").with(new Acceptance.Invalid(many)), ConditionType.Accepted);

    assertThat(message).hasSizeLessThanOrEqualTo(1024).hasSizeGreaterThan(990);
    assertThat(message).matches("(?s).*(wrong\\.|is|spec\\.providers\\[\\d+]:) \\.\\.\\.");
  }

  @Test
  void aWordLongerThanAMessageIsCutBetweenCharacters() {
    String cut = MessageText.bounded("a" + "\uD83D\uDE00".repeat(2000));

    assertThat(cut).hasSizeBetween(1020, 1024).endsWith("\uD83D\uDE00 ...");
  }

  @Test
  void whatPodsSayCannotForgeLines() {
    assertThat(MessageText.bounded("one\r\ntwo\u0000\u202Ethree")).isEqualTo("one two three");
  }

  private static String message(Facts facts, ConditionType type) {
    return facts.status().conditions().stream()
        .filter(one -> one.type().equals(type.name()))
        .map(StatusCondition::message)
        .findFirst()
        .orElseThrow();
  }
}
