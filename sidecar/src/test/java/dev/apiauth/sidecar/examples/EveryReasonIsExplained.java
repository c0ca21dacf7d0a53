package dev.apiauth.sidecar.examples;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Acts;
import dev.apiauth.policy.outcome.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code docs/reasons.md} has a row for each reason: code, status, who must act, when, the mend.
 */
class EveryReasonIsExplained {

  private static final int CODE = 0;
  private static final int STATUS = 1;
  private static final int ACTS = 2;
  private static final int WHEN = 3;
  private static final int MEND = 4;

  private final Map<String, List<String>> rows =
      Checkout.text("docs/reasons.md")
          .lines()
          .filter(line -> line.startsWith("| `"))
          .map(EveryReasonIsExplained::cells)
          .collect(toMap(cells -> cells.get(CODE).replace("`", ""), cells -> cells));

  @ParameterizedTest
  @EnumSource
  void withItsStatusAndWhoMustAct(Reason reason) {
    assertThat(rows).containsKey(reason.code());
    List<String> row = rows.getOrDefault(reason.code(), List.of());

    assertThat(row.get(STATUS)).isEqualTo(Integer.toString(reason.status().code()));
    assertThat(row.get(ACTS)).isEqualTo(word(reason.acts()));
    assertThat(row.get(WHEN)).isNotBlank();
    assertThat(row.get(MEND)).isNotBlank();
  }

  @Test
  void andForNothingThatIsNone() {
    assertThat(rows.keySet())
        .containsExactlyInAnyOrderElementsOf(Stream.of(Reason.values()).map(Reason::code).toList());
  }

  private static List<String> cells(String line) {
    return Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|"))
        .map(String::strip)
        .toList();
  }

  private static String word(Acts acts) {
    return acts.name().toLowerCase(Locale.ROOT);
  }
}
