package dev.apiauth.testkit.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./quickstart} where it starts nothing. */
class TheScriptSaysWhatToDo {

  private static final Path CHECKOUT = Path.of(System.getProperty("apiauth.root", ".."));

  private record Ran(int exit, String said) {}

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help"})
  void bothFormsAreExplainedWhereSomebodyAsks(String option) throws Exception {
    Ran ran = quickstart(option);

    assertThat(ran.exit()).isZero();
    assertThat(ran.said())
        .contains("./quickstart ", "./quickstart --keep", "./quickstart --standalone --keep")
        .contains("./quickstart --provider NAME", "./quickstart --provider help")
        .doesNotContain("#", "set -e");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--standalon",
        "--kep",
        "--standalone --kep",
        "--keep --standalone",
        "--provider okta --kep",
        "--provider okta github"
      })
  void aMisspeltOptionStartsNothing(String options) throws Exception {
    Ran ran = quickstart(options.split(" "));

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.said()).contains("--keep", "JDK 25");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--provider help", "--provider --help"})
  void theProvidersAreListedWhereSomebodyAsks(String options) throws Exception {
    Ran ran = quickstart(options.split(" "));

    assertThat(ran.exit()).isZero();
    assertThat(ran.said().lines())
        .hasSize(12)
        .allMatch(line -> line.matches("[a-z0-9-]+ +[A-Z].+"));
    assertThat(ran.said()).contains("entra-id ", "Microsoft Entra ID: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth0", "okt", "../okta", "*"})
  void aNameThatNoPresetHasIsAnsweredByTheList(String name) throws Exception {
    Ran ran = quickstart("--provider", name);

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.said())
        .startsWith("No preset is called " + name + ".")
        .contains("\nokta ", "\nkeycloak ");
  }

  @Test
  void aProviderWithoutANameIsAnsweredByTheListToo() throws Exception {
    Ran ran = quickstart("--provider");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.said()).contains("entra-id ").doesNotContain("called");
  }

  private static Ran quickstart(String... options) throws IOException, InterruptedException {
    var command = Stream.concat(Stream.of("./quickstart"), Stream.of(options)).toList();
    Process process = started(command);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), said.strip());
  }

  private static Process started(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .directory(CHECKOUT.toFile())
        .redirectErrorStream(true)
        .start();
  }
}
