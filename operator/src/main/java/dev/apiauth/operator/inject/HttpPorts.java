package dev.apiauth.operator.inject;

import dev.apiauth.operator.names.PodParts;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import java.util.Optional;
import java.util.Set;

/** The port by which Services find the product, before and after an injection. */
final class HttpPorts {

  private static final Set<String> NAMES = Set.of(PodParts.HTTP, PodParts.PRODUCT_HTTP);

  private HttpPorts() {}

  /** The TCP port that is named http, or http-app since an injection. */
  static Optional<ContainerPort> of(Container container) {
    return PodContents.ports(container).stream()
        .filter(HttpPorts::isTcp)
        .filter(port -> port.getName() != null && NAMES.contains(port.getName()))
        .findFirst();
  }

  /** Whether a container has a port of a name, over whatever protocol. */
  static boolean has(Container container, String name) {
    return PodContents.ports(container).stream().anyMatch(port -> name.equals(port.getName()));
  }

  /** TCP is what an absent protocol means. */
  static boolean isTcp(ContainerPort port) {
    return port.getProtocol() == null || port.getProtocol().equals("TCP");
  }
}
