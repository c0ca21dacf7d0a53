package dev.apiauth.operator.inject;

import dev.apiauth.operator.names.PodParts;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Ports that would clash with the sidecar's, or lead to the product past it. */
final class PortObstacles {

  private static final Set<Integer> SIDECARS =
      Set.of(PodParts.LISTENER_PORT, PodParts.PROBES_PORT, PodParts.CHANNEL_PORT);

  private PortObstacles() {}

  /**
   * Looks.
   *
   * @param contents of the pod without our parts
   */
  static Stream<String> in(PodContents contents, Product product) {
    return Stream.of(
            contents.allContainers().flatMap(PortObstacles::clashes),
            contents.containers().stream().flatMap(PortObstacles::takenName),
            hostPort(product).stream(),
            contents.allContainers().flatMap(container -> secondNames(container, product)),
            contents.containers().stream()
                .takeWhile(container -> !container.getName().equals(product.name()))
                .flatMap(container -> reachedFirst(container, product)))
        .flatMap(reasons -> reasons);
  }

  private static Stream<String> clashes(Container container) {
    return PodContents.ports(container).stream()
        .filter(port -> SIDECARS.contains(port.getContainerPort()))
        .map(
            port ->
                "The container %s uses port %d, where the sidecar listens. Move it to another port."
                    .formatted(container.getName(), port.getContainerPort()));
  }

  private static Stream<String> takenName(Container container) {
    return Stream.of(container)
        .filter(one -> HttpPorts.has(one, PodParts.HTTP))
        .filter(one -> HttpPorts.has(one, PodParts.PRODUCT_HTTP))
        .map(
            one ->
                "The container %s has a port named %s beside http, which is what apiauth calls the port that was http. Rename it."
                    .formatted(one.getName(), PodParts.PRODUCT_HTTP));
  }

  private static Optional<String> hostPort(Product product) {
    return Optional.ofNullable(product.port().getHostPort())
        .filter(port -> port > 0)
        .map(
            port ->
                "The product's port %d is also port %d of the node, past the sidecar. Remove its hostPort."
                    .formatted(product.number(), port));
  }

  /** A second name for the product's port is a way for Services past the sidecar. */
  private static Stream<String> secondNames(Container container, Product product) {
    return PodContents.ports(container).stream()
        .filter(HttpPorts::isTcp)
        .filter(port -> port.getContainerPort() == product.number())
        .filter(port -> !product.is(container, port))
        .map(
            port ->
                "The container %s declares the product's port %d once more%s, which Services could use past the sidecar. Remove the declaration."
                    .formatted(container.getName(), product.number(), named(port)));
  }

  private static String named(ContainerPort port) {
    return port.getName() == null ? "" : ", as " + port.getName();
  }

  /** Services take the first container that has the name: today they reach this one. */
  private static Stream<String> reachedFirst(Container container, Product product) {
    return Stream.of(container)
        .filter(one -> HttpPorts.has(one, PodParts.HTTP))
        .map(
            one ->
                "The container %s stands before %s and has a port named http, too, so Services reach it and not %s. Rename its port, or name it in spec.targetRef.container of a new resource, so that the sidecar stands before it."
                    .formatted(one.getName(), product.name(), product.name()));
  }
}
