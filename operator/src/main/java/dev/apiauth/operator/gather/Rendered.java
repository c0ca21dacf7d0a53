package dev.apiauth.operator.gather;

import dev.apiauth.operator.names.Annotations;
import dev.apiauth.operator.names.Labels;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Tells the objects that the operator renders from those of users. */
public final class Rendered {

  private Rendered() {}

  /** Whether the operator rendered it for a resource. */
  public static boolean isOurs(HasMetadata object) {
    return Labels.APIAUTH.equals(labels(object).get(Labels.MANAGED_BY))
        && labels(object).containsKey(Labels.POLICY);
  }

  /** The name of the resource that it was rendered for; empty for an object of a user. */
  public static Optional<String> resourceOf(HasMetadata object) {
    if (!isOurs(object)) return Optional.empty();
    return Optional.ofNullable(object.getMetadata().getAnnotations())
        .map(annotations -> annotations.get(Annotations.RESOURCE));
  }

  private static Map<String, String> labels(HasMetadata object) {
    return Objects.requireNonNullElse(object.getMetadata().getLabels(), Map.of());
  }
}
