package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.playground.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the script says to the program.
 *
 * @param checkout the folder with {@code examples} and {@code helm}; what is written lies below its
 *     {@code target}
 * @param operatorClassPath the operator's classes and libraries
 * @param sidecarClassPath the sidecar's classes and libraries
 * @param cliClassPath the command line's classes and libraries
 * @param ending when it ends
 */
record ClusterOptions(
    Path checkout,
    String operatorClassPath,
    String sidecarClassPath,
    String cliClassPath,
    Ending ending) {

  private static final String USAGE =
      "CHECKOUT OPERATOR_CLASSPATH_FILE SIDECAR_CLASSPATH_FILE CLI_CLASSPATH_FILE [--keep]";

  /**
   * Reads {@code CHECKOUT OPERATOR_CLASSPATH_FILE SIDECAR_CLASSPATH_FILE CLI_CLASSPATH_FILE
   * [--keep]}.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static ClusterOptions parse(List<String> arguments) {
    if (arguments.size() == 4) return of(arguments, Ending.AT_ONCE);
    if (arguments.size() == 5 && arguments.getLast().equals("--keep"))
      return of(arguments, Ending.WHEN_INTERRUPTED);
    throw new IllegalArgumentException(USAGE + ", not " + arguments);
  }

  private static ClusterOptions of(List<String> arguments, Ending ending) {
    return new ClusterOptions(
        Path.of(arguments.getFirst()),
        text(arguments.get(1)),
        text(arguments.get(2)),
        text(arguments.get(3)),
        ending);
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the build did not write a class path", e);
    }
  }
}
