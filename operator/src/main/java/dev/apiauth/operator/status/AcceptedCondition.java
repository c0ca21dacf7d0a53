package dev.apiauth.operator.status;

import dev.apiauth.policy.check.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the spec is good, and this resource the one that decides about its workload. */
final class AcceptedCondition implements Condition {

  @Override
  public ConditionType type() {
    return ConditionType.Accepted;
  }

  @Override
  public Verdict judge(StatusFacts facts) {
    return switch (facts.acceptance()) {
      case Acceptance.Accepted(List<Problem> warnings) ->
          Verdict.yes(
              ConditionReason.Accepted,
              MessageText.sentences("The spec is accepted.", problems(warnings)));
      case Acceptance.Invalid(List<Problem> problems) ->
          Verdict.no(
              ConditionReason.Invalid,
              MessageText.sentences(consequence(facts), problems(problems)));
      case Acceptance.Conflicted(String winner) ->
          Verdict.no(
              ConditionReason.Conflicted,
              "AtlassianApiAuth %s is older and decides about StatefulSet %s. Delete one of the two."
                  .formatted(winner, facts.workload().name()));
    };
  }

  private static String consequence(StatusFacts facts) {
    return facts.rendered().isPresent()
        ? "The last accepted spec stays in force."
        : "Nothing is enforced, pods start without sidecar.";
  }

  private static String sentence(Problem problem) {
    String text = problem.toString();
    return text.endsWith(".") ? text : text + ".";
  }

  static String problems(List<Problem> problems) {
    return problems.stream().map(AcceptedCondition::sentence).collect(Collectors.joining(" "));
  }
}
