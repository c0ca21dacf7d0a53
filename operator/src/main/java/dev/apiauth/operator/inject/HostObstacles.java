package dev.apiauth.operator.inject;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.Optional;
import java.util.stream.Stream;

/** What pods share with their node or among their containers, so that no sidecar can guard them. */
final class HostObstacles {

  private HostObstacles() {}

  static Stream<String> in(Pod pod) {
    return Optional.ofNullable(pod.getSpec()).stream().flatMap(HostObstacles::in);
  }

  private static Stream<String> in(PodSpec spec) {
    return Stream.of(
            when(
                spec.getHostNetwork(),
                "spec.hostNetwork is true, so the product would answer on its node, past the"
                    + " sidecar. Remove it from the pod template."),
            when(
                spec.getHostPID(),
                "spec.hostPID is true, so other processes could read the sidecar's memory, which"
                    + " holds tokens. Remove it from the pod template."),
            when(
                spec.getShareProcessNamespace(),
                "spec.shareProcessNamespace is true, so other containers could read the sidecar's"
                    + " memory, which holds tokens. Remove it from the pod template."))
        .flatMap(Optional::stream);
  }

  private static Optional<String> when(Boolean set, String reason) {
    return Optional.of(reason).filter(_ -> Boolean.TRUE.equals(set));
  }
}
