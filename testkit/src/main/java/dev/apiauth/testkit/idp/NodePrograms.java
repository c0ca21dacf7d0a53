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
   * Those of this process's search path.
   *
   * @throws TestAbortedException where they are missing, which test runners report as skipped
   */
  static NodePrograms ofMachine() {
    return on(Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  /** Those of a search path. */
  static NodePrograms on(String path) {
    return new NodePrograms(program("node", path), program("npm", path));
  }

  private static Path program(String name, String path) {
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
