package dev.apiauth.operator.reconcile;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Map;
import java.util.Objects;

/**
 * Whether an object says already what it should. What others added to its labels and annotations
 * does not count.
 */
final class Sameness {

  private Sameness() {}

  static boolean of(Secret there, Secret wanted) {
    return Objects.equals(there.getData(), wanted.getData()) && saysOf(there, wanted);
  }

  static boolean of(NetworkPolicy there, NetworkPolicy wanted) {
    return Objects.equals(there.getSpec(), wanted.getSpec()) && saysOf(there, wanted);
  }

  private static boolean saysOf(HasMetadata there, HasMetadata wanted) {
    return includes(there.getMetadata().getLabels(), wanted.getMetadata().getLabels())
        && includes(there.getMetadata().getAnnotations(), wanted.getMetadata().getAnnotations());
  }

  private static boolean includes(Map<String, String> there, Map<String, String> wanted) {
    return there != null && there.entrySet().containsAll(wanted.entrySet());
  }
}
