package dev.apiauth.operator.inject;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lists of a pod, none of them null: JSON may say so where a pod has none.
 *
 * @param containers the ordinary containers, in their order
 * @param initContainers the init containers, in their order
 * @param volumes the volumes
 */
record PodContents(
    List<Container> containers, List<Container> initContainers, List<Volume> volumes) {

  static PodContents of(Pod pod) {
    return new PodContents(
        list(pod, PodSpec::getContainers),
        list(pod, PodSpec::getInitContainers),
        list(pod, PodSpec::getVolumes));
  }

  /** All containers that run the user's images. */
  Stream<Container> allContainers() {
    return Stream.concat(initContainers.stream(), containers.stream());
  }

  /** The ports of a container; none rather than null. */
  static List<ContainerPort> ports(Container container) {
    return orEmpty(container.getPorts());
  }

  /** A list that Kubernetes' JSON may leave out. */
  static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static <T> List<T> list(Pod pod, Function<PodSpec, @Nullable List<T>> field) {
    return Optional.ofNullable(pod.getSpec()).map(field).orElse(List.of());
  }
}
