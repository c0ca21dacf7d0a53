package dev.apiauth.operator.inject;

import dev.apiauth.operator.inject.InjectionDecision.Inject;
import dev.apiauth.operator.inject.InjectionDecision.NotSelected;
import dev.apiauth.operator.inject.InjectionDecision.Refuse;
import dev.apiauth.operator.inject.Judged.Found;
import dev.apiauth.operator.inject.Judged.Obstructed;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Decides what becomes of a pod. No label, annotation or name of the pod's owner counts: only whose
 * StatefulSet it is and which resource names that.
 *
 * <pre>
 * controlled by a StatefulSet | named by a resource | accepted once | obstacles | decision
 * no                          |                     |               |           | not selected
 * yes                         | no                  |               |           | not selected
 * yes                         | yes                 | no            |           | not selected
 * yes                         | yes                 | yes           | some      | refuse
 * yes                         | yes                 | yes           | none      | inject
 * </pre>
 *
 * <p>The mode does not count either: a sidecar under {@code Disabled} passes everything, and needs
 * no restart to enforce.
 */
public final class InjectionDecider {

  private final Supplier<SidecarTemplate> installed;

  /**
   * A decider.
   *
   * @param installed what the installation says of sidecars today; must not block
   */
  public InjectionDecider(Supplier<SidecarTemplate> installed) {
    this.installed = installed;
  }

  /**
   * Decides.
   *
   * @param namespace the namespace of the pod, which it may not say itself yet
   * @param pod the pod, injected before or not; it is not changed
   * @param candidates the resources that may protect it; those of other namespaces do not count
   */
  public InjectionDecision decide(String namespace, Pod pod, List<Candidate> candidates) {
    return ControllingStatefulSet.of(pod)
        .map(owner -> decide(owner, pod, ofNamespace(candidates, namespace)))
        .orElseGet(() -> new NotSelected("no StatefulSet controls it"));
  }

  private InjectionDecision decide(
      ControllingStatefulSet owner, Pod pod, List<Candidate> candidates) {
    List<Candidate> naming =
        candidates.stream().filter(one -> owner.isTargetOf(one.spec().targetRef())).toList();
    if (naming.isEmpty()) return new NotSelected("no resource names StatefulSet " + owner.name());
    return naming.stream()
        .filter(Candidate::everAccepted)
        .min(Comparator.comparing(Candidate::precedence))
        .map(resource -> decide(pod, resource))
        .orElseGet(() -> new NotSelected("no resource that names it was ever accepted"));
  }

  private InjectionDecision decide(Pod pod, Candidate resource) {
    return switch (PodPlan.of(pod, resource.spec())) {
      case Found<PodPlan.PlannedPod>(PodPlan.PlannedPod planned) ->
          new Inject(
              new InjectionPlan(
                  resource.name(),
                  installed.get().forSpec(resource.spec()),
                  planned.product().name(),
                  planned.facts()));
      case Obstructed<PodPlan.PlannedPod>(List<String> reasons) ->
          new Refuse(
              "AtlassianApiAuth %s protects this pod, but the sidecar cannot be put into it. %s"
                  .formatted(resource.name(), String.join(" ", reasons)));
    };
  }

  private static List<Candidate> ofNamespace(List<Candidate> candidates, String namespace) {
    return candidates.stream().filter(one -> one.namespace().equals(namespace)).toList();
  }
}
