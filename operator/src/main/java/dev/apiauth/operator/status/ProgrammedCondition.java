package dev.apiauth.operator.status;

import dev.apiauth.operator.observe.ObservedPod;
import dev.apiauth.operator.observe.ObservedPod.SidecarPresence;
import dev.apiauth.operator.status.Workload.SidecarForm;
import dev.apiauth.policy.document.PolicyHash;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether every pod enforces the policy that is rendered, by the pods' own word.
 *
 * <p>Without a workload it is False: somebody must act, or wrote a wrong name. With a workload that
 * is scaled to zero it is Unknown: nothing is wrong, and nothing is shown either.
 */
final class ProgrammedCondition implements Condition {

  /** The gravest first: a person must act on the first two. */
  private static final List<ConditionReason> GRAVITY =
      List.of(
          ConditionReason.SidecarMissing, ConditionReason.PolicyRejected, ConditionReason.Pending);

  @Override
  public ConditionType type() {
    return ConditionType.Programmed;
  }

  @Override
  public Verdict judge(StatusFacts facts) {
    return Groundwork.ofPolicy(facts, ConditionStatus.False)
        .or(() -> Groundwork.ofPods(facts, ConditionStatus.False))
        .orElseGet(() -> measured(facts, facts.rendered().orElseThrow().hash()));
  }

  /** How many pods enforce it. */
  static int programmed(StatusFacts facts) {
    return facts
        .rendered()
        .map(policy -> facts.pods().size() - lags(facts, policy.hash()).size())
        .orElse(0);
  }

  private static List<Lag> lags(StatusFacts facts, PolicyHash hash) {
    return facts.pods().stream().flatMap(pod -> Lag.of(pod, hash).stream()).toList();
  }

  private static Verdict measured(StatusFacts facts, PolicyHash hash) {
    List<Lag> lags = lags(facts, hash);
    String count =
        "%d/%d pods enforce %s.".formatted(programmed(facts), facts.desired(), hash.shortened());
    if (lags.isEmpty() && facts.pods().size() >= facts.desired()) return complete(facts, count);
    return Verdict.no(
        gravest(lags),
        MessageText.sentences(count, notYet(lags), missing(facts), mend(gravest(lags))));
  }

  private static Verdict complete(StatusFacts facts, String count) {
    String counted = MessageText.sentences(count, stale(facts.pods()));
    return facts.workload() instanceof Workload.Present present
            && present.form() == SidecarForm.ORDINARY
        ? Verdict.yes(
            ConditionReason.OrdinarySidecar,
            MessageText.sentences(
                counted,
                "The sidecar is an ordinary container: that it starts before the product and ends"
                    + " after it is not certain. Kubelets of 1.33 and later run it as a native"
                    + " sidecar."))
        : Verdict.yes(ConditionReason.Programmed, counted);
  }

  private static String stale(List<ObservedPod> pods) {
    List<String> stale =
        pods.stream()
            .filter(pod -> pod.sidecar() == SidecarPresence.STALE)
            .map(ObservedPod::name)
            .toList();
    return stale.isEmpty()
        ? ""
        : "An older sidecar, until their next restart, have %s."
            .formatted(MessageText.names(stale));
  }

  private static ConditionReason gravest(List<Lag> lags) {
    return GRAVITY.stream()
        .filter(reason -> lags.stream().anyMatch(lag -> lag.reason() == reason))
        .findFirst()
        .orElse(ConditionReason.Pending);
  }

  /** The gravest are named first, since not all may be named. */
  private static String notYet(List<Lag> lags) {
    Stream<Lag> sorted =
        GRAVITY.stream().flatMap(reason -> lags.stream().filter(lag -> lag.reason() == reason));
    return lags.isEmpty()
        ? ""
        : "Not yet: %s.".formatted(MessageText.names(sorted.map(Lag::toString).toList()));
  }

  private static String missing(StatusFacts facts) {
    int missing = facts.desired() - facts.pods().size();
    return missing > 0 ? "Pods that are not there yet: %d.".formatted(missing) : "";
  }

  private static String mend(ConditionReason reason) {
    return switch (reason) {
      case SidecarMissing -> "Restart the pods without sidecar.";
      case PolicyRejected -> "Look at the sidecar's log; it may be older than the operator.";
      default -> "";
    };
  }
}
