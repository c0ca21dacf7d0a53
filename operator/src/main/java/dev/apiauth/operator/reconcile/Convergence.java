package dev.apiauth.operator.reconcile;

import dev.apiauth.operator.gather.Observed;
import dev.apiauth.operator.names.Labels;
import dev.apiauth.operator.names.Names;
import dev.apiauth.operator.observe.Enforcement;
import dev.apiauth.operator.observe.ObservedPod;
import dev.apiauth.operator.resolve.InForce;
import dev.apiauth.policy.document.PolicyHash;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Sees to it that sidecars come to enforce what is published. */
final class Convergence {

  private final KubeletNudge nudge;
  private final Pace pace;

  Convergence(KubeletNudge nudge, Pace pace) {
    this.nudge = nudge;
    this.pace = pace;
  }

  /**
   * Nudges the pods that lag.
   *
   * @param live the pods
   * @param answers what they said, in the same order
   * @return when to look again
   */
  Duration pursue(
      Observed observed, Optional<InForce> inForce, List<Pod> live, List<ObservedPod> answers) {
    String uid = observed.resource().getMetadata().getUid();
    List<Pod> lagging =
        inForce
            .map(policy -> lagging(observed, policy.policy().hash(), live, answers))
            .orElse(List.of());
    forgetOthers(observed, lagging);
    inForce.ifPresent(policy -> nudge.nudge(lagging, policy.policy().hash()));
    return lagging.isEmpty() ? pace.settled(uid) : pace.unsettled(uid);
  }

  private static List<Pod> lagging(
      Observed observed, PolicyHash policy, List<Pod> live, List<ObservedPod> answers) {
    String label = Names.policyLabel(observed.name());
    var lagging = new ArrayList<Pod>();
    for (int at = 0; at < live.size(); at++) {
      Pod pod = live.get(at);
      if (label.equals(labels(pod).get(Labels.POLICY)) && !enforces(answers.get(at), policy)) {
        lagging.add(pod);
      }
    }
    return lagging;
  }

  private static boolean enforces(ObservedPod pod, PolicyHash policy) {
    return pod.enforcement() instanceof Enforcement.Acknowledged(var acknowledgement)
        && acknowledgement.policyHash().equals(policy.value());
  }

  private void forgetOthers(Observed observed, List<Pod> lagging) {
    nudge.forget(
        observed.pods().stream()
            .filter(pod -> !lagging.contains(pod))
            .map(pod -> pod.getMetadata().getUid())
            .toList());
  }

  private static Map<String, String> labels(Pod pod) {
    return Objects.requireNonNullElse(pod.getMetadata().getLabels(), Map.of());
  }
}
