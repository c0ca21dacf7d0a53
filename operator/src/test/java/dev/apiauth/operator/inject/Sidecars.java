package dev.apiauth.operator.inject;

import dev.apiauth.operator.names.PodParts;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.stream.Stream;

/** Finds the sidecar in a pod. */
final class Sidecars {

  private Sidecars() {}

  /** The only one there is. */
  static Container in(Pod pod) {
    List<Container> found =
        Stream.concat(
                pod.getSpec().getInitContainers().stream(), pod.getSpec().getContainers().stream())
            .filter(container -> container.getName().equals(PodParts.SIDECAR))
            .toList();
    if (found.size() != 1) throw new AssertionError("sidecars in the pod: " + found.size());
    return found.getFirst();
  }
}
