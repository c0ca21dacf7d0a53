package dev.apiauth.operator.chart;

import dev.apiauth.testkit.kube.binaries.Bundle;
import dev.apiauth.testkit.kube.binaries.KubernetesBinaries;
import dev.apiauth.testkit.kube.tool.Helm;
import dev.apiauth.testkit.kube.tool.ToolResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The chart in the sources, and helm without a cluster. */
final class Chart {

  /** Where the operator is in all tests. */
  static final String RELEASE_NAMESPACE = "apiauth-system";

  private final Helm helm;

  Chart() {
    try {
      Path scratch = Files.createTempDirectory("chart");
      helm =
          Helm.of(
              KubernetesBinaries.ofMachine().executable("helm"),
              scratch.resolve("no-cluster"),
              Bundle.KUBERNETES.version(),
              scratch);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  static Path folder() {
    return root().resolve("helm/apiauth");
  }

  static Path root() {
    return Path.of(System.getProperty("apiauth.root", ".."));
  }

  static String file(String path) {
    try {
      return Files.readString(root().resolve(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What the images are tagged with. */
  static String appVersion() {
    return Chart.file("helm/apiauth/Chart.yaml")
        .lines()
        .filter(line -> line.startsWith("appVersion: "))
        .map(line -> line.substring("appVersion: ".length()))
        .findFirst()
        .orElseThrow();
  }

  /** Renders the chart as a release named apiauth; the arguments are helm's, such as --set. */
  ToolResult attempt(String... values) {
    var words =
        new ArrayList<>(
            List.of("template", "apiauth", folder().toString(), "-n", RELEASE_NAMESPACE));
    words.addAll(List.of(values));
    return helm.attempt(words.toArray(String[]::new));
  }

  /** The same, which must succeed. */
  String render(String... values) {
    ToolResult result = attempt(values);
    if (!result.succeeded()) throw new IllegalStateException(result.stderr());
    return result.stdout();
  }

  ToolResult lint(String... values) {
    var words = new ArrayList<>(List.of("lint", "--strict", folder().toString()));
    words.addAll(List.of(values));
    return helm.attempt(words.toArray(String[]::new));
  }
}
