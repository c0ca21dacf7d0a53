package dev.apiauth.testkit.playground.provider;

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
 * @param provider whose tokens
 * @param ending when it ends
 */
record ProviderOptions(
    Path checkout, String sidecarClassPath, ProviderName provider, Ending ending) {

  /**
   * Reads {@code CHECKOUT CLASSPATH_FILE NAME [--keep]}.
   *
   * @throws IllegalArgumentException if it is something else, with a sentence for the user
   */
  static ProviderOptions parse(List<String> arguments) {
    if (arguments.size() == 3) return of(arguments, Ending.AT_ONCE);
    if (arguments.size() == 4 && arguments.getLast().equals("--keep"))
      return of(arguments, Ending.WHEN_INTERRUPTED);
    throw new IllegalArgumentException(
        "CHECKOUT CLASSPATH_FILE NAME [--keep], not %d words".formatted(arguments.size()));
  }

  private static ProviderOptions of(List<String> arguments, Ending ending) {
    return new ProviderOptions(
        Path.of(arguments.getFirst()),
        read(Path.of(arguments.get(1))),
        provider(arguments.get(2)),
        ending);
  }

  private static ProviderName provider(String name) {
    return ProviderName.spelled(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No preset is called %s. There are %s."
                        .formatted(name, String.join(", ", ProviderName.pages()))));
  }

  private static String read(Path classPath) {
    try {
      return Files.readString(classPath).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the build did not write the sidecar's class path", e);
    }
  }
}
