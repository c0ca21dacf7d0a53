package dev.apiauth.testkit.vectors;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * Finds the folder {@code shared/vectors} that lies beside the checkout.
 *
 * <p>The project builds and passes without it. A test that needs a file of it is then reported as
 * skipped, with a sentence that says what did not run.
 */
public final class SharedVectors {

  private SharedVectors() {}

  /**
   * The file at {@code relative} below {@code shared/vectors}.
   *
   * @throws TestAbortedException if there is none, which test runners report as skipped
   */
  public static Path file(String relative) {
    return folder()
        .map(folder -> folder.resolve(relative))
        .filter(Files::isRegularFile)
        .orElseThrow(
            () ->
                new TestAbortedException(
                    "SKIPPED: shared/vectors/%s is not beside this checkout; what it would prove was not checked"
                        .formatted(relative)));
  }

  private static Optional<Path> folder() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolveSibling("shared").resolve("vectors"))
        .filter(Files::isDirectory)
        .findFirst();
  }
}
