package dev.apiauth.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Golden pairs: {@code golden/NAME.values.yaml} beside {@code NAME.out.yaml}. A new case is a new
 * file. They leave the CRD out, which {@link TheChartBringsTheCommittedCrd} looks at.
 *
 * <p>To write the outputs anew: {@code mvn -B -pl operator test -Dgolden=write
 * -Dtest=TheChartRendersWhatIsWrittenDown}, then read the difference before it is committed.
 */
class TheChartRendersWhatIsWrittenDown {

  private static final String VALUES = ".values.yaml";

  private final Chart chart = new Chart();

  static Stream<String> names() throws IOException {
    try (var files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(VALUES))
          .map(file -> file.substring(0, file.length() - VALUES.length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void byteForByte(String name) throws IOException {
    String made = chart.render("-f", folder().resolve(name + VALUES).toString());
    Path committed = folder().resolve(name + ".out.yaml");
    if (System.getProperty("golden", "").equals("write")) {
      Files.writeString(committed, made);
      abort("written anew: read the difference before it is committed");
    }

    assertThat(committed).hasContent(made);
  }

  @ParameterizedTest
  @MethodSource("names")
  void twiceTheSame(String name) {
    String values = folder().resolve(name + VALUES).toString();

    assertThat(chart.render("-f", values)).isEqualTo(chart.render("-f", values));
  }

  @Test
  void andNoOutputIsLeftBehind() throws IOException {
    List<String> names = names().toList();

    try (var files = Files.list(folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .allSatisfy(file -> assertThat(names).contains(file.substring(0, file.indexOf('.'))));
    }
  }

  private static Path folder() {
    return Chart.root().resolve("operator/src/test/resources/dev/apiauth/operator/chart/golden");
  }
}
