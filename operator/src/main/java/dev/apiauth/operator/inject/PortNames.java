package dev.apiauth.operator.inject;

import dev.apiauth.operator.names.PodParts;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.List;
import java.util.function.Predicate;

/**
 * Gives the name http away: the ports that bore it, and what refers to them inside their container,
 * which is where the kubelet looks names of ports up.
 *
 * <p>Probes and hooks by number stay, and so go on reaching the product itself.
 */
final class PortNames {

  private PortNames() {}

  /** A container without a port named http. */
  static Container withoutHttp(Container container) {
    if (!HttpPorts.has(container, PodParts.HTTP)) return container;
    var renamed = new ContainerBuilder(container).withPorts(renamedPorts(container));
    renamed.accept(
        io.fabric8.kubernetes.api.model.HTTPGetActionBuilder.class,
        get -> {
          if (isHttp(get.buildPort())) get.withPort(new IntOrString(PodParts.PRODUCT_HTTP));
        });
    renamed.accept(
        io.fabric8.kubernetes.api.model.TCPSocketActionBuilder.class,
        socket -> {
          if (isHttp(socket.buildPort())) socket.withPort(new IntOrString(PodParts.PRODUCT_HTTP));
        });
    return renamed.build();
  }

  /** Whether a probe's port is a port of the same container, by name or by number. */
  static boolean leadTo(IntOrString reference, ContainerPort port) {
    return reference.getIntVal() != null
        ? reference.getIntVal().equals(port.getContainerPort())
        : reference.getStrVal().equals(port.getName());
  }

  private static List<ContainerPort> renamedPorts(Container container) {
    Predicate<ContainerPort> isHttp = port -> PodParts.HTTP.equals(port.getName());
    return PodContents.ports(container).stream()
        .map(
            port ->
                isHttp.test(port)
                    ? new ContainerPortBuilder(port).withName(PodParts.PRODUCT_HTTP).build()
                    : port)
        .toList();
  }

  private static boolean isHttp(IntOrString port) {
    return PodParts.HTTP.equals(port.getStrVal());
  }
}
