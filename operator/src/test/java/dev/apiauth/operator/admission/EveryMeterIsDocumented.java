package dev.apiauth.operator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on metrics names the operator's own, all of them, and no other. */
class EveryMeterIsDocumented {

  @Test
  void andNoOther() throws IOException {
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new AdmissionMeters(registry).timed(() -> "a review");

    List<String> served =
        names(registry.scrape(), "# TYPE (apiauth_\\w+) ")
            .filter(name -> !name.endsWith("_max"))
            .toList();

    assertThat(names(ofTheOperator(), "\\| `(apiauth_\\w+)`"))
        .containsExactlyInAnyOrderElementsOf(served);
  }

  private static Stream<String> names(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1));
  }

  private static String ofTheOperator() throws IOException {
    var root = Path.of(System.getProperty("apiauth.root"));
    String text = Files.readString(root.resolve("docs/metrics.md"));
    return text.substring(text.indexOf("## The operator"));
  }
}
