package dev.apiauth.sidecar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.preset.PresetCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code ./quickstart --provider NAME}, as the pages of the providers promise it: every preset has
 * an example of that name, or its page says that nobody plays the provider.
 */
class EveryPresetCanBeTried {

  private static final Pattern COMMAND =
      Pattern.compile("`\\./quickstart --provider ([a-z0-9-]+)`");

  static Stream<String> presets() {
    return PresetCatalog.shipped().providers().keySet().stream();
  }

  static Stream<Path> examples() {
    return Checkout.yamlBelow("examples/providers").stream();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void byTheNameThatItsPageSays(String preset) {
    String page = pageOf(preset);
    List<String> names = COMMAND.matcher(page).results().map(found -> found.group(1)).toList();

    if (names.isEmpty()) {
      assertThat(page).contains("No stand-in plays ");
    } else {
      assertThat(names).hasSize(1);
      assertThat(Checkout.text("examples/providers/" + names.getFirst() + ".yaml"))
          .contains("preset: " + preset + "\n");
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleBearsItsPagesNameAndSaysWhatToPutIn(Path example) {
    String name = example.getFileName().toString().replace(".yaml", "");

    assertThat(Checkout.text("docs/providers/" + name + ".md"))
        .contains("`./quickstart --provider " + name + "`");
    assertThat(text(example))
        .startsWith("# ")
        .contains("# Put in your own: ", "# docs/providers/" + name + ".md ");
  }

  private static String pageOf(String preset) {
    try (var pages = Files.list(Checkout.root().resolve("docs/providers"))) {
      return pages
          .map(EveryPresetCanBeTried::text)
          .filter(text -> text.contains("preset: " + preset + "\n"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    return Checkout.text(Checkout.root().relativize(file).toString());
  }
}
