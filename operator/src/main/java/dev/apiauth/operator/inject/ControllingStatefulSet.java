package dev.apiauth.operator.inject;

import dev.apiauth.policy.spec.TargetRef;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/**
 * The StatefulSet that made a pod, as the pod's controller reference says: its owner cannot drop
 * that as a label can be dropped, without ending to be its pod.
 *
 * @param group the API group
 * @param name the StatefulSet's name
 */
record ControllingStatefulSet(String group, String name) {

  private static final String KIND = "StatefulSet";

  /** Empty for bare pods and those of Jobs, Deployments and everything else. */
  static Optional<ControllingStatefulSet> of(Pod pod) {
    return PodContents.orEmpty(pod.getMetadata().getOwnerReferences()).stream()
        .filter(owner -> Boolean.TRUE.equals(owner.getController()))
        .filter(owner -> KIND.equals(owner.getKind()))
        .map(owner -> new ControllingStatefulSet(group(owner), owner.getName()))
        .findFirst();
  }

  boolean isTargetOf(TargetRef target) {
    return target.kind().equals(KIND) && target.group().equals(group) && target.name().equals(name);
  }

  private static String group(OwnerReference owner) {
    String version = owner.getApiVersion();
    int slash = version.indexOf('/');
    return slash < 0 ? "" : version.substring(0, slash);
  }
}
