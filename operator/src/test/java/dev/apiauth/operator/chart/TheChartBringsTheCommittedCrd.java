package dev.apiauth.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The chart has copies, since helm reads nothing outside of it. To write it anew: {@code mvn -B -pl
 * operator test -Dgolden=write -Dtest=TheChartBringsTheCommittedCrd}.
 */
class TheChartBringsTheCommittedCrd {

  private static final String POLICIES = "atlassianapiauths.apiauth.dev";
  private static final String TOKENS = "atlassianapitokens.apiauth.dev";

  private final Chart chart = new Chart();

  @ParameterizedTest
  @ValueSource(strings = {POLICIES, TOKENS})
  void byteForByteInItsFiles(String crd) throws IOException {
    if (System.getProperty("golden", "").equals("write")) {
      Files.writeString(Chart.root().resolve(copy(crd)), Chart.file(committed(crd)));
      abort("written anew");
    }

    assertThat(Chart.file(copy(crd))).isEqualTo(Chart.file(committed(crd)));
  }

  @ParameterizedTest
  @ValueSource(strings = {POLICIES, TOKENS})
  void withNothingChangedWhenItIsRendered(String crd) {
    ObjectNode committed =
        Manifests.read(Chart.file(committed(crd))).only("CustomResourceDefinition");

    assertThat(rendered(crd).get("spec")).isEqualTo(committed.get("spec"));
  }

  @ParameterizedTest
  @ValueSource(strings = {POLICIES, TOKENS})
  void andHelmKeepsItWhenTheReleaseGoes(String crd) {
    assertThat(rendered(crd).at("/metadata/annotations/helm.sh~1resource-policy").asText())
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

  private static String committed(String crd) {
    return "crds/%s.yaml".formatted(crd);
  }

  private static String copy(String crd) {
    return "helm/apiauth/files/%s.yaml".formatted(crd);
  }

  private ObjectNode rendered(String crd) {
    return Manifests.read(chart.render("--set", "watchNamespaces={a}"))
        .of("CustomResourceDefinition")
        .filter(each -> Manifests.name(each).equals(crd))
        .findFirst()
        .orElseThrow();
  }
}
