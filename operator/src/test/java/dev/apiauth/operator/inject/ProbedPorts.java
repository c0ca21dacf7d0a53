package dev.apiauth.operator.inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a container's probes and hooks lead, as the kubelet looks their ports up: a name is one of
 * the same container.
 */
final class ProbedPorts {

  private static final List<String> PLACES =
      List.of(
          "/startupProbe",
          "/readinessProbe",
          "/livenessProbe",
          "/lifecycle/postStart",
          "/lifecycle/preStop");

  private ProbedPorts() {}

  /** One entry per probe or hook that uses the network; empty where its name is not found. */
  static List<Optional<Integer>> of(Container container) {
    var numbers = new ArrayList<Optional<Integer>>();
    for (String place : PLACES) {
      JsonNode handler = Yaml.tree(container).at(place);
      for (String kind : List.of("httpGet", "tcpSocket")) {
        JsonNode port = handler.path(kind).path("port");
        if (!port.isMissingNode()) numbers.add(number(container, port));
      }
    }
    return numbers;
  }

  private static Optional<Integer> number(Container container, JsonNode port) {
    if (port.isInt()) return Optional.of(port.intValue());
    return container.getPorts().stream()
        .filter(one -> port.asText().equals(one.getName()))
        .map(one -> one.getContainerPort())
        .findFirst();
  }
}
