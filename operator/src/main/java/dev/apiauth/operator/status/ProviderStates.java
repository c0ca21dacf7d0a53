package dev.apiauth.operator.status;

import dev.apiauth.crd.status.ProviderStatus;
import dev.apiauth.operator.observe.Enforcement;
import dev.apiauth.operator.observe.ObservedPod;
import dev.apiauth.policy.document.Acknowledgement;
import dev.apiauth.policy.document.Acknowledgement.ProviderReport;
import dev.apiauth.policy.document.Acknowledgement.ProviderState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the identity providers are, as the pods that are worst off say.
 *
 * <p>Pods that enforce the rendered policy are listened to; only if there are none, those that
 * enforce another one, so that an edit does not make everything unknown for a moment.
 */
record ProviderStates(boolean areTold, List<Told> providers) {

  /** As many as a status holds. */
  private static final int MOST = 16;

  /**
   * One provider.
   *
   * @param name its name in the spec
   * @param state the worst that a pod tells
   * @param keys the fewest that a pod knows
   * @param pod the pod that told the worst
   * @param error what went wrong there last
   */
  record Told(String name, ProviderState state, int keys, String pod, @Nullable String error) {

    private Told worse(Told other) {
      Told worst = other.state.compareTo(state) > 0 ? other : this;
      return new Told(name, worst.state, Math.min(keys, other.keys), worst.pod, worst.error);
    }

    ProviderStatus status() {
      return new ProviderStatus(name, state.name(), keys);
    }
  }

  private record Voice(String pod, Acknowledgement told) {}

  static ProviderStates of(StatusFacts facts) {
    List<Voice> voices = facts.pods().stream().flatMap(ProviderStates::voice).toList();
    List<Voice> current = voices.stream().filter(voice -> isCurrent(voice, facts)).toList();
    List<Voice> heard = current.isEmpty() ? voices : current;
    Map<String, Told> worst = new LinkedHashMap<>();
    heard.stream()
        .flatMap(ProviderStates::told)
        .forEach(one -> worst.merge(one.name(), one, Told::worse));
    return new ProviderStates(!heard.isEmpty(), worst.values().stream().limit(MOST).toList());
  }

  private static Stream<Voice> voice(ObservedPod pod) {
    return pod.enforcement() instanceof Enforcement.Acknowledged(Acknowledgement told)
            && !told.policyHash().isEmpty()
        ? Stream.of(new Voice(pod.name(), told))
        : Stream.empty();
  }

  private static boolean isCurrent(Voice voice, StatusFacts facts) {
    return facts
        .rendered()
        .filter(policy -> policy.hash().value().equals(voice.told.policyHash()))
        .isPresent();
  }

  private static Stream<Told> told(Voice voice) {
    return voice.told.providers().stream().map(report -> told(voice.pod, report));
  }

  private static Told told(String pod, ProviderReport report) {
    return new Told(report.name(), report.state(), report.keys(), pod, report.lastError());
  }

  /** Those in that state. */
  List<Told> in(ProviderState state) {
    return providers.stream().filter(one -> one.state() == state).toList();
  }
}
