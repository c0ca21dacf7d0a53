package dev.apiauth.testkit.idp;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * Node.js as this machine has it.
 *
 * @param node the runtime
 * @param npm its package manager
 */
record NodePrograms(Path node, Path npm) {

  /**
   * Those of the search path.
   *
   * @throws TestAbortedException where they are missing, which test runners report as skipped
   */
  static NodePrograms ofMachine() {
    return new NodePrograms(program("node"), program("npm"));
  }

  private static Path program(String name) {
    var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> skipped(name));
  }

  private static TestAbortedException skipped(String name) {
    return new TestAbortedException(
        "SKIPPED: there is no %s on the search path (install Node.js 20 or newer); ".formatted(name)
            + "a second certified provider (oidc-provider) was not checked");
  }
}
