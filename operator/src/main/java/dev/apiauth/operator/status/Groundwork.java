package dev.apiauth.operator.status;

import java.util.Optional;

/**
 * What must be there before a condition can be measured. Without it the verdict is here: some
 * conditions are then known not to hold, others cannot be judged.
 */
final class Groundwork {

  private Groundwork() {}

  /**
   * A spec that was accepted, now or once.
   *
   * @param whenNeverAccepted what it means for the condition if none ever was
   */
  static Optional<Verdict> ofSpec(StatusFacts facts, ConditionStatus whenNeverAccepted) {
    return switch (facts.acceptance()) {
      case Acceptance.Conflicted(String winner) ->
          verdict(
              ConditionStatus.Unknown,
              ConditionReason.Conflicted,
              "AtlassianApiAuth %s decides; nothing is measured for this one.".formatted(winner));
      case Acceptance.Invalid invalid when facts.rendered().isEmpty() ->
          verdict(
              whenNeverAccepted,
              ConditionReason.NotAccepted,
              "No spec of this resource was accepted yet. See the condition Accepted.");
      case Acceptance.Invalid invalid -> Optional.empty();
      case Acceptance.Accepted accepted -> Optional.empty();
    };
  }

  /**
   * A policy that is published.
   *
   * @param whenThereIsNone what it means for the condition if none is
   */
  static Optional<Verdict> ofPolicy(StatusFacts facts, ConditionStatus whenThereIsNone) {
    Optional<Verdict> withoutSpec = ofSpec(facts, whenThereIsNone);
    if (withoutSpec.isPresent() || facts.rendered().isPresent()) return withoutSpec;
    return verdict(whenThereIsNone, ConditionReason.Pending, "The policy is not published yet.");
  }

  /**
   * Pods that can be measured.
   *
   * @param whenMissing what it means for the condition if the workload does not exist, or lacks all
   *     the pods that it wants. A workload that wants none has nothing that could hold or fail
   */
  static Optional<Verdict> ofPods(StatusFacts facts, ConditionStatus whenMissing) {
    String name = facts.workload().name();
    if (facts.workload() instanceof Workload.Absent) {
      return verdict(
          whenMissing,
          ConditionReason.TargetNotFound,
          "There is no StatefulSet %s in this namespace. Create it; the policy is ready for it."
              .formatted(name));
    }
    if (!facts.pods().isEmpty()) return Optional.empty();
    if (facts.desired() == 0) {
      return verdict(
          ConditionStatus.Unknown,
          ConditionReason.NoPods,
          "StatefulSet %s is scaled to 0, so that nothing can be measured.".formatted(name));
    }
    return verdict(
        whenMissing,
        ConditionReason.NoPods,
        "StatefulSet %s wants %d pods, and none is there. Look at its events."
            .formatted(name, facts.desired()));
  }

  private static Optional<Verdict> verdict(
      ConditionStatus status, ConditionReason reason, String message) {
    return Optional.of(new Verdict(status, reason, message));
  }
}
