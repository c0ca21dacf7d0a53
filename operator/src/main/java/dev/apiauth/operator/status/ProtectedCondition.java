package dev.apiauth.operator.status;

import dev.apiauth.operator.observe.DirectAccess;
import dev.apiauth.operator.observe.Enforcement;
import dev.apiauth.operator.observe.ObservedPod;
import dev.apiauth.operator.observe.ObservedPod.SidecarPresence;
import dev.apiauth.policy.document.Acknowledgement;
import dev.apiauth.policy.spec.DirectAccessPolicy;
import dev.apiauth.policy.spec.Mode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether nobody gets past the sidecars.
 *
 * <p>True only if it was measured at every pod: its sidecar says that it enforces, and its product
 * does not answer by itself. One pod of which the contrary is known makes it False, one of which
 * nothing is known Unknown. What the operator sees is the way from its own pod; it is no proof for
 * others, nor against {@code kubectl exec} and {@code port-forward}.
 */
final class ProtectedCondition implements Condition {

  @Override
  public ConditionType type() {
    return ConditionType.Protected;
  }

  @Override
  public Verdict judge(StatusFacts facts) {
    return exceptPorts(facts)
        .or(() -> answering(facts))
        .or(() -> unreachable(facts))
        .orElseGet(() -> measured(facts));
  }

  /** What Ready rests on: the same, but a port that may answer counts as if it did not. */
  Verdict judgeWithTolerance(StatusFacts facts) {
    return tolerates(facts)
        ? exceptPorts(facts).or(() -> unreachable(facts)).orElseGet(() -> measured(facts))
        : judge(facts);
  }

  private static Optional<Verdict> exceptPorts(StatusFacts facts) {
    return Groundwork.ofPolicy(facts, ConditionStatus.False)
        .or(() -> relaxed(facts))
        .or(() -> Groundwork.ofPods(facts, ConditionStatus.Unknown))
        .or(() -> withoutSidecar(facts))
        .or(() -> notEnforcing(facts));
  }

  private static Optional<Verdict> relaxed(StatusFacts facts) {
    return switch (facts.rendered().orElseThrow().mode()) {
      case Enforce -> Optional.empty();
      case Shadow ->
          no(
              ConditionReason.Shadow,
              "The mode is Shadow: what would be refused is recorded and passes.");
      case Disabled -> no(ConditionReason.Disabled, "The mode is Disabled: everything passes.");
    };
  }

  private static Optional<Verdict> withoutSidecar(StatusFacts facts) {
    List<String> pods = named(facts, ProtectedCondition::bare);
    return pods.isEmpty()
        ? Optional.empty()
        : no(
            ConditionReason.SidecarMissing,
            "Without sidecar: %s. Restart these pods.".formatted(MessageText.names(pods)));
  }

  private static Optional<String> bare(ObservedPod pod) {
    return pod.sidecar() == SidecarPresence.MISSING ? Optional.of(pod.name()) : Optional.empty();
  }

  private static Optional<Verdict> notEnforcing(StatusFacts facts) {
    List<String> pods = named(facts, ProtectedCondition::relaxedMode);
    return pods.isEmpty()
        ? Optional.empty()
        : no(
            ConditionReason.Pending,
            "The mode is Enforce, but not yet in %s.".formatted(MessageText.names(pods)));
  }

  /** A sidecar without a policy refuses everything, which is protection enough. */
  private static Optional<String> relaxedMode(ObservedPod pod) {
    return pod.enforcement() instanceof Enforcement.Acknowledged(Acknowledgement told)
            && told.mode() != null
            && told.mode() != Mode.Enforce
        ? Optional.of("%s (%s)".formatted(pod.name(), told.mode()))
        : Optional.empty();
  }

  private static Optional<Verdict> answering(StatusFacts facts) {
    List<String> pods = named(facts, ProtectedCondition::answeringPort);
    if (pods.isEmpty()) return Optional.empty();
    String who = "The product answers past the sidecar at %s.".formatted(MessageText.names(pods));
    return tolerates(facts)
        ? no(
            ConditionReason.DirectAccessTolerated,
            MessageText.sentences(who, "spec.interception.directAccess is Tolerate."))
        : no(
            ConditionReason.DirectAccess,
            MessageText.sentences(
                who,
                "Find out whether the cluster's network enforces NetworkPolicies, and whether"
                    + " another one opens the port."));
  }

  private static Optional<String> answeringPort(ObservedPod pod) {
    return pod.directAccess() instanceof DirectAccess.Answers(int port)
        ? Optional.of("%s port %d".formatted(pod.name(), port))
        : Optional.empty();
  }

  private static boolean tolerates(StatusFacts facts) {
    return facts
        .rendered()
        .filter(policy -> policy.directAccess() == DirectAccessPolicy.Tolerate)
        .isPresent();
  }

  private static Optional<Verdict> unreachable(StatusFacts facts) {
    List<String> pods = named(facts, ProtectedCondition::silence);
    return pods.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Verdict.unknown(
                ConditionReason.Unreachable,
                "The operator cannot measure %s.".formatted(MessageText.names(pods))));
  }

  private static Optional<String> silence(ObservedPod pod) {
    return why(pod).map(why -> "%s (%s)".formatted(pod.name(), why));
  }

  private static Optional<String> why(ObservedPod pod) {
    if (pod.enforcement() instanceof Enforcement.Unknown(String why)) return Optional.of(why);
    return pod.directAccess() instanceof DirectAccess.Unknown(String why)
        ? Optional.of(why)
        : Optional.empty();
  }

  private static Verdict measured(StatusFacts facts) {
    return Verdict.yes(
        ConditionReason.Protected,
        "Measured at %d of %1$d pods: they enforce, and no product answers past its sidecar."
            .formatted(facts.pods().size()));
  }

  private static List<String> named(
      StatusFacts facts, Function<ObservedPod, Optional<String>> name) {
    return facts.pods().stream().map(name).flatMap(Optional::stream).toList();
  }

  private static Optional<Verdict> no(ConditionReason reason, String message) {
    return Optional.of(Verdict.no(reason, message));
  }
}
