package dev.apiauth.testkit.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
        .doesNotContain("#", "set -e");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--standalon", "--kep", "--standalone --kep", "--keep --standalone"})
  void aMisspeltOptionStartsNothing(String options) throws Exception {
    Ran ran = quickstart(options.split(" "));

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.said()).contains("--keep", "JDK 25");
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
