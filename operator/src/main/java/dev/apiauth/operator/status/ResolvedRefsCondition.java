package dev.apiauth.operator.status;

import java.util.Optional;

/** Whether what the spec refers to is there and can be used. */
final class ResolvedRefsCondition implements Condition {

  @Override
  public ConditionType type() {
    return ConditionType.ResolvedRefs;
  }

  /** A faulty spec whose predecessor is in force is judged by that one's references. */
  @Override
  public Verdict judge(StatusFacts facts) {
    Optional<Verdict> unjudged = Groundwork.ofSpec(facts, ConditionStatus.Unknown);
    if (unjudged.isPresent()) return unjudged.get();
    if (facts.references().isEmpty()) {
      return Verdict.yes(
          ConditionReason.ResolvedRefs, "Everything that the spec refers to is there.");
    }
    return Verdict.no(
        ConditionReason.RefNotFound,
        MessageText.sentences(
            "Missing or unusable, so that what depends on it is refused:",
            AcceptedCondition.problems(facts.references())));
  }
}
