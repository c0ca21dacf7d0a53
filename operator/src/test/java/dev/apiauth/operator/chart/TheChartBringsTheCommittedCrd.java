package dev.apiauth.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * The chart has a copy, since helm reads nothing outside of it. To write it anew: {@code mvn -B -pl
 * operator test -Dgolden=write -Dtest=TheChartBringsTheCommittedCrd}.
 */
class TheChartBringsTheCommittedCrd {

  private static final String COMMITTED = "crds/atlassianapiauths.apiauth.dev.yaml";
  private static final String COPY = "helm/apiauth/files/atlassianapiauths.apiauth.dev.yaml";

  private final Chart chart = new Chart();

  @Test
  void byteForByteInItsFiles() throws IOException {
    if (System.getProperty("golden", "").equals("write")) {
      Files.writeString(Chart.root().resolve(COPY), Chart.file(COMMITTED));
      abort("written anew");
    }

    assertThat(Chart.file(COPY)).isEqualTo(Chart.file(COMMITTED));
  }

  @Test
  void withNothingChangedWhenItIsRendered() {
    ObjectNode committed = Manifests.read(Chart.file(COMMITTED)).only("CustomResourceDefinition");

    assertThat(rendered().get("spec")).isEqualTo(committed.get("spec"));
  }

  @Test
  void andHelmKeepsItWhenTheReleaseGoes() {
    assertThat(rendered().at("/metadata/annotations/helm.sh~1resource-policy").asText())
        .isEqualTo("keep");
  }

  @Test
  void unlessSomethingElseBringsIt() {
    assertThat(
            Manifests.read(
                    chart.render("--set", "watchNamespaces={a}", "--set", "crd.install=false"))
                .of("CustomResourceDefinition"))
        .isEmpty();
  }

  private ObjectNode rendered() {
    return Manifests.read(chart.render("--set", "watchNamespaces={a}"))
        .only("CustomResourceDefinition");
  }
}
