package dev.apiauth.sidecar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.playground.StandalonePlayground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    Files.writeString(classPath, System.getProperty("java.class.path"));

    int exit = StandalonePlayground.run(List.of(Checkout.root().toString(), classPath.toString()));

    assertThat(exit).isZero();
  }
}
