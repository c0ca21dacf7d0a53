package dev.apiauth.operator.inject;

import dev.apiauth.operator.names.PodParts;
import java.util.Set;

/** Which parts of a pod are ours by their name, and which names nobody else may use. */
final class ReservedNames {

  private static final Set<String> OUR_VOLUMES =
      Set.of(PodParts.POLICY_VOLUME, PodParts.NO_TOKEN_VOLUME, PodParts.TMP_VOLUME);

  private ReservedNames() {}

  /** Whether a container is the sidecar: by its name, whoever put it there. */
  static boolean isOurContainer(String name) {
    return name.equals(PodParts.SIDECAR);
  }

  /** Whether a volume is one of the sidecar's. */
  static boolean isOurVolume(String name) {
    return OUR_VOLUMES.contains(name);
  }

  /** Whether a name is not for users. */
  static boolean isReserved(String name) {
    return name.startsWith(PodParts.RESERVED_PREFIX);
  }
}
