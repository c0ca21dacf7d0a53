package dev.apiauth.operator.gather;

import dev.apiauth.policy.resolve.Surroundings;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Optional;

/**
 * What a reconciliation knows of the cluster: read once, from caches, before anything is decided.
 * Objects in it are the caches' own; they must not be changed.
 *
 * @param resource the resource
 * @param rivals the other resources that name the same workload, in any order
 * @param surroundings the Secrets of the namespace, without those that the operator renders, and
 *     what else a spec is resolved in
 * @param rendered the Secret that the policy was rendered into
 * @param networkPolicy the NetworkPolicy that was made for the resource
 * @param workload the workload that the resource names
 * @param pods the pods of that workload, and those that carry the resource's label; sorted by name
 */
public record Observed(
    UncheckedApiAuth resource,
    List<UncheckedApiAuth> rivals,
    Surroundings surroundings,
    Optional<Secret> rendered,
    Optional<NetworkPolicy> networkPolicy,
    Optional<StatefulSet> workload,
    List<Pod> pods) {

  /** Lists are copied. */
  public Observed {
    rivals = List.copyOf(rivals);
    pods = List.copyOf(pods);
  }

  /** The namespace of the resource and of all that it refers to. */
  public String namespace() {
    return resource.getMetadata().getNamespace();
  }

  /** The name of the resource. */
  public String name() {
    return resource.getMetadata().getName();
  }

  @Override
  public String toString() {
    return "Observed[%s/%s]".formatted(namespace(), name());
  }
}
