package dev.apiauth.sidecar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.playground.standalone.StandalonePlayground;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program behind {@code ./quickstart --standalone}, with its own Keycloak and sidecars as
 * processes, from the examples as they stand. It judges each of its calls itself.
 */
class TheQuickstartShowsTheMainJob {

  @Test
  void everyCallComesToWhatItMust(@TempDir Path folder) throws IOException {
    Path classPath = folder.resolve("classpath");
    Files.writeString(classPath, withoutTests(System.getProperty("java.class.path")));

    int exit = StandalonePlayground.run(List.of(Checkout.root().toString(), classPath.toString()));

    assertThat(exit).isZero();
  }

  /** The sidecar as it is shipped, and logs as it does. */
  private static String withoutTests(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .filter(entry -> !entry.contains("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
