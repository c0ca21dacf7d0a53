package dev.apiauth.e2e.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.e2e.cluster.ClassPaths;
import dev.apiauth.testkit.playground.cluster.ClusterPlayground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program behind {@code ./quickstart}, with a control plane, an operator, a node and a Keycloak
 * of its own, from the examples as they stand. It judges each of its calls itself: with tokens of
 * the provider and with API tokens, by git, after edits, in Shadow and what its report says.
 */
class TheQuickstartShowsTheMainJobOnACluster {

  private static final String CHECKOUT = System.getProperty("apiauth.root");

  @Test
  void everyCallComesToWhatItMust(@TempDir Path folder) throws IOException {
    Path operator = Files.writeString(folder.resolve("operator"), ClassPaths.ofOperator());
    Path sidecar = Files.writeString(folder.resolve("sidecar"), ClassPaths.ofSidecar());

    Path cli = Files.writeString(folder.resolve("cli"), ClassPaths.ofCommandLine());

    int exit =
        ClusterPlayground.run(
            List.of(CHECKOUT, operator.toString(), sidecar.toString(), cli.toString()));

    assertThat(exit).isZero();
  }
}
