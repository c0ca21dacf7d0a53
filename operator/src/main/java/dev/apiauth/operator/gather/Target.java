package dev.apiauth.operator.gather;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.Optional;

/**
 * A workload as resources and pods name it.
 *
 * @param namespace its namespace, which is the resource's own
 * @param kind its kind, of the API group apps
 * @param name its name
 */
public record Target(String namespace, String kind, String name) {

  private static final String GROUP = "apps/";

  /**
   * What a resource protects; empty if it does not say. Its spec may not have been checked, so what
   * it names need not exist.
   */
  public static Optional<Target> of(UncheckedApiAuth resource) {
    JsonNode spec = resource.getSpec();
    if (spec == null) return Optional.empty();
    JsonNode kind = spec.at("/targetRef/kind");
    JsonNode name = spec.at("/targetRef/name");
    return kind.isTextual() && name.isTextual()
        ? Optional.of(
            new Target(resource.getMetadata().getNamespace(), kind.asText(), name.asText()))
        : Optional.empty();
  }

  /** The workload that controls an object; empty if none of the group apps does. */
  public static Optional<Target> controllerOf(HasMetadata object) {
    return object.getMetadata().getOwnerReferences().stream()
        .filter(Target::isWorkload)
        .map(
            owner ->
                new Target(object.getMetadata().getNamespace(), owner.getKind(), owner.getName()))
        .findFirst();
  }

  private static boolean isWorkload(OwnerReference owner) {
    return Boolean.TRUE.equals(owner.getController()) && owner.getApiVersion().startsWith(GROUP);
  }
}
