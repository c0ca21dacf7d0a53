package dev.apiauth.operator.inject;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which port of a pod a Service leads to, in the order in which Kubernetes looks it up (module
 * k8s.io/endpointslice, FindPort): ordinary containers, then restartable init containers.
 */
final class EndpointPorts {

  private EndpointPorts() {}

  static boolean selects(Service service, Pod pod) {
    Map<String, String> selector = service.getSpec().getSelector();
    return selector != null
        && !selector.isEmpty()
        && pod.getMetadata().getLabels().entrySet().containsAll(selector.entrySet());
  }

  /** The numbers by the Service's port names; what is not found is missing. */
  static Map<String, Integer> of(Service service, Pod pod) {
    var found = new TreeMap<String, Integer>();
    service
        .getSpec()
        .getPorts()
        .forEach(port -> find(port, pod).ifPresent(number -> found.put(port.getName(), number)));
    return found;
  }

  private static Optional<Integer> find(ServicePort port, Pod pod) {
    Integer number = port.getTargetPort().getIntVal();
    if (number != null) return Optional.of(number);
    return Stream.concat(
            pod.getSpec().getContainers().stream(),
            PodContents.of(pod).initContainers().stream()
                .filter(container -> "Always".equals(container.getRestartPolicy())))
        .map(Container::getPorts)
        .flatMap(ports -> ports.stream())
        .filter(one -> port.getTargetPort().getStrVal().equals(one.getName()))
        .filter(one -> protocol(one.getProtocol()).equals(protocol(port.getProtocol())))
        .map(ContainerPort::getContainerPort)
        .findFirst();
  }

  private static String protocol(String protocol) {
    return Optional.ofNullable(protocol).orElse("TCP");
  }
}
