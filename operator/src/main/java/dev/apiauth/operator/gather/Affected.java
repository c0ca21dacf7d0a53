package dev.apiauth.operator.gather;

import dev.apiauth.operator.names.Labels;
import dev.apiauth.operator.names.Names;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which resources may look different because an object changed. Asks the cache alone. */
final class Affected {

  private final IndexerResourceCache<UncheckedApiAuth> resources;

  Affected(IndexerResourceCache<UncheckedApiAuth> resources) {
    this.resources = resources;
  }

  /**
   * A user's Secret concerns every resource of its namespace: a label that was taken away is not
   * seen in what is left.
   */
  Set<ResourceID> bySecret(Secret secret) {
    return Rendered.isOurs(secret) ? byRendered(secret) : those(secret, resource -> true);
  }

  Set<ResourceID> byRendered(HasMetadata object) {
    return Rendered.resourceOf(object)
        .map(name -> Set.of(new ResourceID(name, object.getMetadata().getNamespace())))
        .orElse(Set.of());
  }

  Set<ResourceID> byToken(UncheckedApiToken token) {
    return UncheckedApiToken.policyOf(token)
        .map(policy -> Set.of(new ResourceID(policy, token.getMetadata().getNamespace())))
        .orElse(Set.of());
  }

  Set<ResourceID> byPod(Pod pod) {
    Optional<Target> controller = Target.controllerOf(pod);
    Optional<String> label =
        Optional.ofNullable(pod.getMetadata().getLabels()).map(labels -> labels.get(Labels.POLICY));
    if (controller.isEmpty() && label.isEmpty()) return Set.of();
    return those(
        pod,
        resource ->
            (controller.isPresent() && controller.equals(Target.of(resource)))
                || label
                    .filter(Names.policyLabel(resource.getMetadata().getName())::equals)
                    .isPresent());
  }

  Set<ResourceID> byWorkload(StatefulSet workload) {
    var target =
        new Target(
            workload.getMetadata().getNamespace(),
            workload.getKind(),
            workload.getMetadata().getName());
    return those(workload, resource -> Target.of(resource).filter(target::equals).isPresent());
  }

  /** The other resources that name the same workload. */
  Set<ResourceID> byRival(UncheckedApiAuth changed) {
    Optional<Target> target = Target.of(changed);
    if (target.isEmpty()) return Set.of();
    return those(
        changed,
        resource ->
            target.equals(Target.of(resource))
                && !resource.getMetadata().getName().equals(changed.getMetadata().getName()));
  }

  private Set<ResourceID> those(HasMetadata object, Predicate<UncheckedApiAuth> which) {
    return resources
        .list(object.getMetadata().getNamespace(), which)
        .map(ResourceID::fromResource)
        .collect(Collectors.toSet());
  }
}
