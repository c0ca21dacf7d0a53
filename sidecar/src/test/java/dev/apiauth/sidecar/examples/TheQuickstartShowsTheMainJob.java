package dev.apiauth.sidecar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.playground.standalone.StandalonePlayground;
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
  void everyCallComesToWhatItMust(@TempDir Path folder) {
    Path classPath = ShippedClassPath.fileIn(folder);

    int exit = StandalonePlayground.run(List.of(Checkout.root().toString(), classPath.toString()));

    assertThat(exit).isZero();
  }
}
