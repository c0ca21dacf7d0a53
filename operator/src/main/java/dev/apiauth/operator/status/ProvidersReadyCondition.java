package dev.apiauth.operator.status;

import dev.apiauth.operator.status.ProviderStates.Told;
import dev.apiauth.policy.document.Acknowledgement.ProviderState;
import java.util.List;
import java.util.Optional;

/**
 * Whether the tokens of every identity provider can be verified.
 *
 * <p>Stale keys verify as well as fresh ones, so they leave it True, with a reason of its own:
 * there is time to act before they are too old.
 */
final class ProvidersReadyCondition implements Condition {

  @Override
  public ConditionType type() {
    return ConditionType.ProvidersReady;
  }

  @Override
  public Verdict judge(StatusFacts facts) {
    return Groundwork.ofPolicy(facts, ConditionStatus.Unknown)
        .or(() -> Groundwork.ofPods(facts, ConditionStatus.Unknown))
        .orElseGet(() -> told(ProviderStates.of(facts)));
  }

  private static Verdict told(ProviderStates states) {
    if (!states.areTold()) {
      return Verdict.unknown(
          ConditionReason.Pending, "No pod has told yet how its identity providers are.");
    }
    if (states.providers().isEmpty()) {
      return Verdict.yes(ConditionReason.NoProviders, "The spec names no identity provider.");
    }
    List<Told> silent = states.in(ProviderState.Silent);
    if (!silent.isEmpty()) return silent(silent);
    List<Told> stale = states.in(ProviderState.Stale);
    return stale.isEmpty() ? ready(states.providers()) : stale(stale);
  }

  private static Verdict silent(List<Told> silent) {
    return Verdict.no(
        ConditionReason.ProviderSilent,
        MessageText.sentences(
            "No key is known: %s.".formatted(named(silent)),
            "Tokens of theirs are answered with 503. Look at the URL in the spec, the network from"
                + " the pod, and what the installation opens by egress.allow."));
  }

  private static Verdict stale(List<Told> stale) {
    return Verdict.yes(
        ConditionReason.ProviderStale,
        MessageText.sentences(
            "Keys cannot be fetched again: %s.".formatted(named(stale)),
            "The known ones are used until they are older than keys.maxStaleness."));
  }

  private static Verdict ready(List<Told> providers) {
    return Verdict.yes(
        ConditionReason.ProvidersReady,
        "Keys are known: %s."
            .formatted(MessageText.names(providers.stream().map(Told::name).toList())));
  }

  private static String named(List<Told> providers) {
    return MessageText.names(providers.stream().map(ProvidersReadyCondition::named).toList());
  }

  private static String named(Told provider) {
    return Optional.ofNullable(provider.error())
        .map(error -> "%s (%s: %s)".formatted(provider.name(), provider.pod(), error))
        .orElseGet(() -> "%s (%s)".formatted(provider.name(), provider.pod()));
  }
}
