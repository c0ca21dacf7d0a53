package dev.apiauth.testkit.playground.standalone;

import dev.apiauth.testkit.playground.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the script says to the program.
 *
 * @param checkout the folder with {@code examples}; what is written lies below its {@code target}
 * @param sidecarClassPath the sidecar's classes and libraries
 * @param ending when it ends
 */
record StandaloneOptions(Path checkout, String sidecarClassPath, Ending ending) {

  /**
   * Reads {@code CHECKOUT CLASSPATH_FILE [--keep]}.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static StandaloneOptions parse(List<String> arguments) {
    if (arguments.size() == 2) return of(arguments, Ending.AT_ONCE);
    if (arguments.size() == 3 && arguments.getLast().equals("--keep"))
      return of(arguments, Ending.WHEN_INTERRUPTED);
    throw new IllegalArgumentException("CHECKOUT CLASSPATH_FILE [--keep], not " + arguments);
  }

  private static StandaloneOptions of(List<String> arguments, Ending ending) {
    try {
      return new StandaloneOptions(
          Path.of(arguments.getFirst()),
          Files.readString(Path.of(arguments.get(1))).strip(),
          ending);
    } catch (IOException e) {
      throw new UncheckedIOException("the build did not write the sidecar's class path", e);
    }
  }
}
