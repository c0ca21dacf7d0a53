package dev.apiauth.operator.inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * What Helm renders from one of Atlassian's charts, from the folder {@code shared/fixtures/charts}
 * beside the checkout.
 *
 * @param name product and variant
 * @param documents everything that is rendered
 */
record ChartFixture(String name, List<JsonNode> documents) {

  /** A StatefulSet of a chart whose pods have a port named http. */
  record Workload(ChartFixture chart, StatefulSet statefulSet) {

    @Override
    public String toString() {
      return chart.name() + " " + statefulSet.getMetadata().getName();
    }
  }

  /**
   * All of them.
   *
   * @throws TestAbortedException if the folder is not there, which is reported as skipped
   */
  static Stream<ChartFixture> all() {
    Path charts =
        folder()
            .orElseThrow(
                () ->
                    new TestAbortedException(
                        "SKIPPED: shared/fixtures/charts is not beside this checkout; nothing was"
                            + " checked with the official charts"));
    try (var files = Files.walk(charts)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.toString().endsWith(".values.yaml"))
          .sorted()
          .toList()
          .stream()
          .map(file -> read(charts, file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Stream<Workload> workloads() {
    return all()
        .flatMap(
            chart ->
                chart
                    .ofKind("StatefulSet", StatefulSet.class)
                    .map(statefulSet -> new Workload(chart, statefulSet)));
  }

  Stream<Service> services() {
    return ofKind("Service", Service.class);
  }

  <T> Stream<T> ofKind(String kind, Class<T> type) {
    return documents.stream()
        .filter(document -> document.path("kind").asText().equals(kind))
        .map(document -> Yaml.as(type, document));
  }

  private static ChartFixture read(Path charts, Path file) {
    try {
      String name = charts.relativize(file).toString().replace(".yaml", "");
      return new ChartFixture(name, Yaml.documents(Files.readString(file)).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<Path> folder() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolveSibling("shared").resolve("fixtures").resolve("charts"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  @Override
  public String toString() {
    return name;
  }
}
