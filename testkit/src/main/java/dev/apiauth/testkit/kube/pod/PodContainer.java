package dev.apiauth.testkit.kube.pod;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A container of a pod, and its role there.
 *
 * @param podPolicy the pod's own restart policy
 */
record PodContainer(Container spec, ContainerKind kind, String podPolicy) {

  private static final String ALWAYS = "Always";
  private static final String NEVER = "Never";

  /** In the order of the specification, init containers first. */
  static List<PodContainer> of(Pod pod) {
    var policy = Optional.ofNullable(pod.getSpec().getRestartPolicy()).orElse(ALWAYS);
    return Stream.concat(
            pod.getSpec().getInitContainers().stream()
                .map(container -> new PodContainer(container, initKind(container), policy)),
            pod.getSpec().getContainers().stream()
                .map(container -> new PodContainer(container, ContainerKind.MAIN, policy)))
        .toList();
  }

  private static ContainerKind initKind(Container container) {
    return ALWAYS.equals(container.getRestartPolicy()) ? ContainerKind.SIDECAR : ContainerKind.INIT;
  }

  /** Every port that a container of the pod declares. */
  static Set<Integer> portsOf(Pod pod) {
    return of(pod).stream()
        .flatMap(container -> container.spec.getPorts().stream())
        .map(ContainerPort::getContainerPort)
        .collect(Collectors.toUnmodifiableSet());
  }

  String name() {
    return spec.getName();
  }

  /** Whether it is started again after it ended with {@code exitCode}. */
  boolean restartsAfter(int exitCode) {
    return switch (kind) {
      case SIDECAR -> true;
      case INIT -> exitCode != 0 && !podPolicy.equals(NEVER);
      case MAIN -> podPolicy.equals(ALWAYS) || (exitCode != 0 && !podPolicy.equals(NEVER));
    };
  }

  /** A port by number, or by the name that it has in this very container. */
  Optional<Integer> port(IntOrString port) {
    if (port.getIntVal() != null) return Optional.of(port.getIntVal());
    return spec.getPorts().stream()
        .filter(declared -> port.getStrVal().equals(declared.getName()))
        .map(ContainerPort::getContainerPort)
        .findFirst();
  }
}
