package dev.apiauth.testkit.product.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The machine's git, deaf to the configuration of the machine and of its users. */
final class GitProgram {

  private GitProgram() {}

  /** To be completed and started. */
  static ProcessBuilder command(Path directory, String... arguments) {
    var words = new ArrayList<>(List.of("git"));
    words.addAll(List.of(arguments));
    var builder = new ProcessBuilder(words).directory(directory.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    return builder;
  }

  /**
   * Runs it to its end.
   *
   * @throws UncheckedIOException if there is no git
   * @throws IllegalStateException if it fails
   */
  static void run(Path directory, String... arguments) {
    try {
      var process = command(directory, arguments).inheritIO().start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("git " + String.join(" ", arguments) + " failed");
      }
    } catch (IOException absent) {
      throw new UncheckedIOException("git cannot be run: install it", absent);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }
}
