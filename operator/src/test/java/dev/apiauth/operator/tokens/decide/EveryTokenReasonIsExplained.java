package dev.apiauth.operator.tokens.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/api-token-resource.md} has a section for each reason. */
class EveryTokenReasonIsExplained {

  private static final Pattern SECTION = Pattern.compile("(?m)^### `(\\w+)`\n\n\\S.+$");

  @Test
  void onceAndNoOtherIs() throws IOException {
    String page =
        Files.readString(
            Path.of(System.getProperty("apiauth.root", ".."), "docs/api-token-resource.md"));

    assertThat(SECTION.matcher(page).results().map(found -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(TokenReason.values()).map(TokenReason::name).toList());
  }
}
