package dev.apiauth.operator.inject;

import dev.apiauth.operator.names.PodParts;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names that are not the user's to give. What bears one of the sidecar's own names is no obstacle:
 * it is replaced, unless the user's containers need it.
 */
final class NameObstacles {

  private NameObstacles() {}

  /**
   * Looks.
   *
   * @param pod the pod without our parts
   */
  static Stream<String> in(Pod pod) {
    PodContents contents = PodContents.of(pod);
    return Stream.of(
            containerNames(pod).filter(ReservedNames::isReserved).map(NameObstacles::container),
            contents.volumes().stream()
                .map(Volume::getName)
                .filter(ReservedNames::isReserved)
                .map(NameObstacles::volume),
            contents.allContainers().flatMap(NameObstacles::mounts),
            contents.allContainers().flatMap(NameObstacles::ports))
        .flatMap(reasons -> reasons);
  }

  private static Stream<String> containerNames(Pod pod) {
    return Stream.concat(
        PodContents.of(pod).allContainers().map(Container::getName),
        Optional.ofNullable(pod.getSpec()).map(PodSpec::getEphemeralContainers).stream()
            .flatMap(ephemeral -> ephemeral.stream().map(EphemeralContainer::getName)));
  }

  private static String container(String name) {
    return "The container %s has a name that begins with %s, which apiauth keeps for itself. Rename it."
        .formatted(name, PodParts.RESERVED_PREFIX);
  }

  private static String volume(String name) {
    return "The volume %s has a name that begins with %s, which apiauth keeps for itself. Rename it."
        .formatted(name, PodParts.RESERVED_PREFIX);
  }

  private static Stream<String> mounts(Container container) {
    return PodContents.orEmpty(container.getVolumeMounts()).stream()
        .map(VolumeMount::getName)
        .filter(ReservedNames::isOurVolume)
        .distinct()
        .map(
            name ->
                "The container %s mounts the volume %s, which is for the sidecar alone. Rename the user's volume."
                    .formatted(container.getName(), name));
  }

  private static Stream<String> ports(Container container) {
    return PodContents.ports(container).stream()
        .filter(port -> port.getName() != null && ReservedNames.isReserved(port.getName()))
        .map(
            port ->
                "The container %s has a port named %s; names that begin with %s are for apiauth. Rename it."
                    .formatted(container.getName(), port.getName(), PodParts.RESERVED_PREFIX));
  }
}
