package dev.apiauth.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.cli.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs that are told by files: {@code NAME.in.yaml} has the arguments in a comment {@code #
 * arguments: }, in which {@code @} is the file itself; {@code NAME.out.txt} has the exit code and
 * what was written. {@code -Dgolden=write} writes the latter.
 */
public record GoldenRuns(Path folder) {

  private static final String IN = ".in.yaml";
  private static final String ARGUMENTS = "# arguments: ";

  /** The names of all of them. */
  public Stream<String> names() {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(IN))
          .map(name -> name.replace(IN, ""))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs one and compares, or writes. */
  public void check(String name) {
    Path input = folder.resolve(name + IN);
    Run run = Run.apiauth(arguments(input).toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isNotEqualTo(ExitCode.DEFECT);
    String told =
        told(run)
            .replace(folder.toString() + "/", "")
            .replaceAll(
                "(\"?hash\"? ?: \"?)[0-9a-f]{6}", "$1xxxxxx"); // of every change of the form
    Path golden = folder.resolve(name + ".out.txt");
    if (System.getProperty("golden", "").equals("write")) write(golden, told);
    assertThat(told).isEqualTo(Checkout.text(golden));
  }

  private static String told(Run run) {
    String errors = run.err().isEmpty() ? "" : "--- standard error\n" + run.err();
    return "exit %d%n%s%s".formatted(run.exit(), run.out(), errors);
  }

  private List<String> arguments(Path input) {
    var arguments = new ArrayList<String>();
    Checkout.text(input)
        .lines()
        .filter(line -> line.startsWith(ARGUMENTS))
        .flatMap(line -> Words.of(line.substring(ARGUMENTS.length())).stream())
        .map(word -> word.replace("@", input.toString()).replace("$FOLDER", folder.toString()))
        .forEach(arguments::add);
    return arguments;
  }

  private static void write(Path golden, String told) {
    try {
      Files.writeString(golden, told);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
