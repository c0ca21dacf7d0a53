package dev.apiauth.operator.status;

import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import dev.apiauth.crd.status.PodCounts;
import dev.apiauth.crd.status.ProviderStatus;
import dev.apiauth.crd.status.StatusCondition;
import dev.apiauth.operator.observe.ObservedPod;
import dev.apiauth.operator.observe.ObservedPod.SidecarPresence;
import dev.apiauth.policy.document.PolicyHash;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * From facts to the status that users read. Pure: the same facts are the same status, so that an
 * idle resource is never written.
 */
public final class StatusReport {

  private static final ProtectedCondition PROTECTED = new ProtectedCondition();

  /** In the order in which they are told; each is judged on the facts alone. */
  private static final List<Condition> CONDITIONS =
      List.of(
          new AcceptedCondition(),
          new ResolvedRefsCondition(),
          new ProgrammedCondition(),
          new ProvidersReadyCondition(),
          PROTECTED);

  private StatusReport() {}

  /** The whole status. */
  public static AtlassianApiAuthStatus of(StatusFacts facts) {
    return new AtlassianApiAuthStatus(
        facts.generation(),
        conditions(facts),
        policyHash(facts),
        isDecidedElsewhere(facts) ? null : pods(facts),
        providers(facts));
  }

  private static List<StatusCondition> conditions(StatusFacts facts) {
    Map<ConditionType, Verdict> verdicts = new EnumMap<>(ConditionType.class);
    CONDITIONS.forEach(condition -> verdicts.put(condition.type(), condition.judge(facts)));
    verdicts.put(ConditionType.Ready, new ReadyCondition(PROTECTED).judge(facts, verdicts));
    var timed = new TransitionTimes(facts.previous(), facts.now());
    List<StatusCondition> conditions = new ArrayList<>();
    verdicts.forEach(
        (type, verdict) ->
            conditions.add(
                new StatusCondition(
                    type.name(),
                    verdict.status().name(),
                    verdict.reason().name(),
                    MessageText.bounded(verdict.message()),
                    timed.of(type, verdict.status()),
                    facts.generation())));
    return conditions;
  }

  /** Once there, it stays: that it is there makes pods be injected. */
  private static @Nullable String policyHash(StatusFacts facts) {
    return facts
        .rendered()
        .map(RenderedPolicy::hash)
        .map(PolicyHash::shortened)
        .or(() -> facts.previous().flatMap(was -> Optional.ofNullable(was.policyHash())))
        .orElse(null);
  }

  /** The pods are counted where they are decided about. */
  private static boolean isDecidedElsewhere(StatusFacts facts) {
    return facts.acceptance() instanceof Acceptance.Conflicted;
  }

  private static PodCounts pods(StatusFacts facts) {
    int programmed = ProgrammedCondition.programmed(facts);
    return new PodCounts(
        facts.desired(),
        count(facts, presence -> presence != SidecarPresence.MISSING),
        count(facts, presence -> presence == SidecarPresence.STALE),
        programmed,
        "%d/%d".formatted(programmed, facts.desired()));
  }

  private static int count(StatusFacts facts, Predicate<SidecarPresence> counted) {
    return Math.toIntExact(facts.pods().stream().map(ObservedPod::sidecar).filter(counted).count());
  }

  private static List<ProviderStatus> providers(StatusFacts facts) {
    if (isDecidedElsewhere(facts) || facts.rendered().isEmpty()) return List.of();
    return ProviderStates.of(facts).providers().stream().map(ProviderStates.Told::status).toList();
  }
}
