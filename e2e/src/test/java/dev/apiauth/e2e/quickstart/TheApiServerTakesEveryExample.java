package dev.apiauth.e2e.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.e2e.cluster.Cluster;
import dev.apiauth.e2e.cluster.Team;
import dev.apiauth.testkit.kube.tool.ToolResult;
import dev.apiauth.testkit.scenario.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each example as {@code kubectl apply} sends it, with strict validation: no field is unknown, no
 * rule is broken, nothing is warned of.
 */
class TheApiServerTakesEveryExample {

  private static final Path EXAMPLES = Path.of(System.getProperty("apiauth.root"), "examples");
  private static final Team TEAM = Cluster.shared().newTeam();

  static List<String> examples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .map(file -> EXAMPLES.relativize(file).toString())
          .filter(file -> !file.endsWith("external-secrets.yaml")) // of an API that is not here
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void asItStands(String example) throws IOException {
    for (String document : Files.readString(EXAMPLES.resolve(example)).split("(?m)^---$")) {
      String manifest = Manifest.of(document).with("/metadata/namespace", TEAM.namespace()).yaml();

      ToolResult applied =
          TEAM.cluster()
              .controlPlane()
              .kubectl()
              .attemptWith(
                  manifest,
                  "apply",
                  "--dry-run=server",
                  "--validate=strict",
                  "--warnings-as-errors",
                  "--filename=-");

      assertThat(applied.succeeded()).as(applied.stderr()).isTrue();
    }
  }
}
