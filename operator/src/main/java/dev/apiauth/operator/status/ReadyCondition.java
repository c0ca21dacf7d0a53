package dev.apiauth.operator.status;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/**
 * All of the other conditions together: False if one is, else Unknown if one is, else True. Its
 * reason is that of the first of the worst.
 *
 * <p>A product's port that answers, and that the resource tolerates, is left out: Protected says
 * False, and Ready rests on the rest of it.
 */
final class ReadyCondition {

  private final ProtectedCondition protection;

  ReadyCondition(ProtectedCondition protection) {
    this.protection = protection;
  }

  Verdict judge(StatusFacts facts, Map<ConditionType, Verdict> others) {
    Map<ConditionType, Verdict> counted = new EnumMap<>(others);
    counted.put(ConditionType.Protected, protection.judgeWithTolerance(facts));
    return counted.entrySet().stream()
        .filter(one -> one.getValue().status() != ConditionStatus.True)
        .min(Comparator.comparing(one -> one.getValue().status(), Comparator.reverseOrder()))
        .map(worst -> as(worst.getKey(), worst.getValue()))
        .orElseGet(() -> ready(others));
  }

  private static Verdict as(ConditionType type, Verdict worst) {
    return new Verdict(
        worst.status(),
        worst.reason(),
        "%s is %s: %s".formatted(type, worst.status(), worst.message()));
  }

  private static Verdict ready(Map<ConditionType, Verdict> others) {
    String tolerated =
        others.values().stream()
                .anyMatch(one -> one.reason() == ConditionReason.DirectAccessTolerated)
            ? "Whoever reaches the product's own port gets past: it is tolerated."
            : "";
    return Verdict.yes(
        ConditionReason.Ready, MessageText.sentences("All conditions hold.", tolerated));
  }
}
