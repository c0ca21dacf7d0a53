package dev.apiauth.operator.inject;

import dev.apiauth.operator.names.Names;
import dev.apiauth.operator.names.PodParts;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;

/** The sidecar's volumes, and where it finds them. */
final class SidecarVolumes {

  /** The service-account plugin of the API server mounts a token here, unless something is. */
  private static final String TOKEN_DIRECTORY = "/var/run/secrets/kubernetes.io/serviceaccount";

  private static final String TMP_DIRECTORY = "/tmp";

  /** For everybody: the files are root's, the process is not, and an fsGroup is not ours to set. */
  private static final int READABLE = 0444;

  private SidecarVolumes() {}

  /**
   * The volumes for a pod.
   *
   * @param resource the resource whose policy is mounted
   */
  static List<Volume> of(String resource) {
    return List.of(
        new VolumeBuilder()
            .withName(PodParts.POLICY_VOLUME)
            .withNewSecret()
            .withSecretName(Names.renderedSecret(resource))
            .withDefaultMode(READABLE)
            .withOptional(false)
            .endSecret()
            .build(),
        inMemory(PodParts.NO_TOKEN_VOLUME, "4Ki"),
        inMemory(PodParts.TMP_VOLUME, "16Mi"));
  }

  static List<VolumeMount> mounts() {
    return List.of(
        readOnly(PodParts.POLICY_VOLUME, PodParts.POLICY_DIRECTORY),
        readOnly(PodParts.NO_TOKEN_VOLUME, TOKEN_DIRECTORY),
        new VolumeMountBuilder()
            .withName(PodParts.TMP_VOLUME)
            .withMountPath(TMP_DIRECTORY)
            .build());
  }

  /** In memory, so that the cluster's autoscaler may still move the pod. */
  private static Volume inMemory(String name, String size) {
    return new VolumeBuilder()
        .withName(name)
        .withNewEmptyDir()
        .withMedium("Memory")
        .withSizeLimit(CanonicalQuantity.of(Quantity.parse(size)))
        .endEmptyDir()
        .build();
  }

  private static VolumeMount readOnly(String name, String path) {
    return new VolumeMountBuilder().withName(name).withMountPath(path).withReadOnly(true).build();
  }
}
