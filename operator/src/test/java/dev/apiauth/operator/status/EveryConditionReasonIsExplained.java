package dev.apiauth.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/troubleshooting.md} has a section for each reason, and links that lead somewhere. */
class EveryConditionReasonIsExplained {

  private static final Pattern SECTION = Pattern.compile("(?m)^### `(\\w+)`\n\n(\\S.+)$");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{2,3} (.+)$");
  private static final Pattern LINK = Pattern.compile("\\]\\(#([^)]+)\\)");

  private final String text;

  EveryConditionReasonIsExplained() throws IOException {
    text =
        Files.readString(
            Path.of(System.getProperty("apiauth.root", ".."), "docs/troubleshooting.md"));
  }

  @Test
  void onceAndNoOtherIs() {
    assertThat(found(SECTION))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ConditionReason.values()).map(ConditionReason::name).toList());
  }

  @Test
  void linksLeadToSections() {
    List<String> anchors =
        found(HEADING).stream()
            .map(heading -> heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", ""))
            .map(heading -> heading.replace(' ', '-'))
            .toList();

    assertThat(anchors).containsAll(found(LINK));
  }

  @Test
  void everyConditionHasItsChapter() {
    List<String> chapters = found(HEADING);

    for (ConditionType type : ConditionType.values()) {
      assertThat(chapters).anyMatch(chapter -> chapter.matches(".*: .*\\b" + type + "\\b.*"));
    }
  }

  private List<String> found(Pattern pattern) {
    return pattern.matcher(text).results().map((MatchResult one) -> one.group(1)).toList();
  }
}
