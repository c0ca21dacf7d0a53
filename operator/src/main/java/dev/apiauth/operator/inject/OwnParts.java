package dev.apiauth.operator.inject;

import dev.apiauth.operator.names.Annotations;
import dev.apiauth.operator.names.Labels;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;

/**
 * Takes out of a pod what injection puts in, by names alone. What is left is the user's, but for
 * the names of ports, which are not turned back.
 *
 * <p>A container that is merely named like the sidecar goes, too: the real one takes its place.
 */
final class OwnParts {

  private OwnParts() {}

  static Pod removedFrom(Pod pod) {
    PodContents contents = PodContents.of(pod);
    return new PodBuilder(pod)
        .editOrNewMetadata()
        .removeFromLabels(Labels.POLICY)
        .removeFromAnnotations(Annotations.INJECTION_HASH)
        .endMetadata()
        .editOrNewSpec()
        .withContainers(theirs(contents.containers()))
        .withInitContainers(theirs(contents.initContainers()))
        .withVolumes(
            contents.volumes().stream()
                .filter(volume -> !ReservedNames.isOurVolume(volume.getName()))
                .toList())
        .endSpec()
        .build();
  }

  private static List<Container> theirs(List<Container> containers) {
    return containers.stream()
        .filter(container -> !ReservedNames.isOurContainer(container.getName()))
        .toList();
  }
}
