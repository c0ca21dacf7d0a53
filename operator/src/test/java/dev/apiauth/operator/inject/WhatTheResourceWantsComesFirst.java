package dev.apiauth.operator.inject;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apiauth.policy.spec.SidecarSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests and limits: cpu/memory each. */
class WhatTheResourceWantsComesFirst {

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                  | 100m/256Mi | 2/512Mi
          requests: {cpu: 500m}                               | 500m/256Mi | 2/512Mi
          limits: {memory: 1024Mi}                            | 100m/256Mi | 2/1Gi
          requests: {memory: 1Gi}                             | 100m/1Gi   | 2/1Gi
          limits: {cpu: 50m, memory: 128Mi}                   | 50m/128Mi  | 50m/128Mi
          {requests: {cpu: "4", memory: 2Gi}, limits: {cpu: "8", memory: 4Gi}} | 4/2Gi | 8/4Gi
          """)
  void andTheInstallationsChoiceGivesWay(String resources, String requests, String limits) {
    JsonNode said = Yaml.documents(resources).findFirst().orElseThrow();
    var spec = Yaml.as(SidecarSpec.class, Yaml.tree(Map.of("resources", said)));

    var made = SidecarResources.of(spec).orElse(SidecarResources.DEFAULT).requirements();

    assertThat(spelled(made.getRequests())).isEqualTo(requests);
    assertThat(spelled(made.getLimits())).isEqualTo(limits);
  }

  private static String spelled(Map<String, Quantity> amounts) {
    return amounts.get("cpu") + "/" + amounts.get("memory");
  }
}
