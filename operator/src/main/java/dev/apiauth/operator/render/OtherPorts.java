package dev.apiauth.operator.render;

import dev.apiauth.operator.names.PodParts;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ports that a pod template declares beside the product's own: they stay as they were.
 *
 * @param open the ports that anybody may reach, such as ssh, jmx and jms
 * @param amongPeers the ports of the product's cluster
 */
record OtherPorts(List<Port> open, List<Port> amongPeers) {

  /** What the official charts call the ports between the nodes of a product. */
  private static final Set<String> CLUSTER = Set.of("hazelcast", "ehcache", "ehcacheobject");

  /** A port, as a NetworkPolicy calls it. */
  record Port(int number, String protocol) {}

  /**
   * Sorts the ports of a template.
   *
   * @param template the workload's, so without our sidecar
   * @param container the product's container, where the resource says it
   */
  static OtherPorts of(PodSpec template, Optional<String> container) {
    Set<Integer> product =
        template.getContainers().stream()
            .filter(each -> container.map(each.getName()::equals).orElse(true))
            .flatMap(each -> each.getPorts().stream())
            .filter(port -> PodParts.HTTP.equals(port.getName()))
            .map(ContainerPort::getContainerPort)
            .collect(Collectors.toSet());
    List<ContainerPort> others =
        containers(template)
            .flatMap(each -> each.getPorts().stream())
            .filter(port -> !product.contains(port.getContainerPort()))
            .toList();
    return new OtherPorts(
        sorted(others, port -> !isCluster(port)), sorted(others, OtherPorts::isCluster));
  }

  private static Stream<Container> containers(PodSpec template) {
    return Stream.concat(
        template.getContainers().stream(),
        template.getInitContainers().stream()
            .filter(each -> "Always".equals(each.getRestartPolicy())));
  }

  private static boolean isCluster(ContainerPort port) {
    return port.getName() != null && CLUSTER.contains(port.getName());
  }

  private static List<Port> sorted(List<ContainerPort> ports, Predicate<ContainerPort> which) {
    return ports.stream()
        .filter(which)
        .map(
            port ->
                new Port(
                    port.getContainerPort(), Objects.requireNonNullElse(port.getProtocol(), "TCP")))
        .distinct()
        .sorted(Comparator.comparingInt(Port::number).thenComparing(Port::protocol))
        .toList();
  }
}
