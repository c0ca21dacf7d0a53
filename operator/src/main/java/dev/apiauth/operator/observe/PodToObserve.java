package dev.apiauth.operator.observe;

import dev.apiauth.operator.names.Annotations;
import dev.apiauth.operator.names.PodParts;
import dev.apiauth.operator.observe.ObservedPod.SidecarPresence;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A pod, and what must be known to ask it.
 *
 * @param name its name
 * @param address its IP address; empty while it has none
 * @param sidecar whether our sidecar is in it
 * @param sidecarHost the name that its sidecar's certificate must carry
 * @param productPort the product's own port; empty if no port of the pod has the name
 */
public record PodToObserve(
    String name,
    Optional<String> address,
    SidecarPresence sidecar,
    String sidecarHost,
    OptionalInt productPort) {

  /**
   * Reads a pod. It should neither be going away nor have ended: such a pod keeps its address, and
   * nobody answers there, or somebody else does.
   *
   * @param pod the pod as the API server has it; it is not changed
   * @param sidecarHost the name that its sidecar's certificate must carry
   * @param injectionHash {@link Annotations#INJECTION_HASH} of what is injected today
   */
  public static PodToObserve of(Pod pod, String sidecarHost, String injectionHash) {
    SidecarPresence sidecar = sidecar(pod, injectionHash);
    String port = sidecar == SidecarPresence.MISSING ? PodParts.HTTP : PodParts.PRODUCT_HTTP;
    return new PodToObserve(
        pod.getMetadata().getName(), address(pod), sidecar, sidecarHost, port(pod, port));
  }

  private static Optional<String> address(Pod pod) {
    return Optional.ofNullable(pod.getStatus())
        .flatMap(status -> Optional.ofNullable(status.getPodIP()))
        .filter(address -> !address.isBlank());
  }

  private static SidecarPresence sidecar(Pod pod, String injectionHash) {
    if (containers(pod).noneMatch(one -> PodParts.SIDECAR.equals(one.getName()))) {
      return SidecarPresence.MISSING;
    }
    Map<String, String> annotations =
        Optional.ofNullable(pod.getMetadata().getAnnotations()).orElse(Map.of());
    return injectionHash.equals(annotations.get(Annotations.INJECTION_HASH))
        ? SidecarPresence.CURRENT
        : SidecarPresence.STALE;
  }

  private static OptionalInt port(Pod pod, String name) {
    return containers(pod)
        .flatMap(container -> container.getPorts().stream())
        .filter(port -> name.equals(port.getName()))
        .mapToInt(ContainerPort::getContainerPort)
        .findFirst();
  }

  private static Stream<Container> containers(Pod pod) {
    return Stream.concat(
        pod.getSpec().getContainers().stream(), pod.getSpec().getInitContainers().stream());
  }
}
