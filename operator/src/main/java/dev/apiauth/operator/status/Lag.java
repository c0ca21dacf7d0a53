package dev.apiauth.operator.status;

import dev.apiauth.operator.observe.Enforcement;
import dev.apiauth.operator.observe.ObservedPod;
import dev.apiauth.operator.observe.ObservedPod.SidecarPresence;
import dev.apiauth.policy.document.Acknowledgement;
import dev.apiauth.policy.document.Acknowledgement.Rejection;
import dev.apiauth.policy.document.PolicyHash;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a pod does not enforce the policy that is rendered.
 *
 * @param pod the pod's name
 * @param reason what kind of lag it is
 * @param why what is told about it
 */
record Lag(String pod, ConditionReason reason, String why) {

  /** The pod's lag behind that policy; empty if it enforces it. */
  static Optional<Lag> of(ObservedPod pod, PolicyHash rendered) {
    if (pod.sidecar() == SidecarPresence.MISSING) {
      return lag(pod, ConditionReason.SidecarMissing, "has no sidecar");
    }
    return switch (pod.enforcement()) {
      case Enforcement.Unknown(String why) -> lag(pod, ConditionReason.Pending, why);
      case Enforcement.Acknowledged(Acknowledgement told) ->
          told.policyHash().equals(rendered.value()) ? Optional.empty() : behind(pod, told);
    };
  }

  private static Optional<Lag> behind(ObservedPod pod, Acknowledgement told) {
    Rejection rejection = told.lastRejection();
    return rejection != null && isLater(rejection.at(), told.loadedAt())
        ? lag(pod, ConditionReason.PolicyRejected, refusing(told, rejection.why()))
        : lag(pod, ConditionReason.Pending, enforced(told));
  }

  private static String enforced(Acknowledgement told) {
    return told.policyHash().isEmpty()
        ? "enforces no policy and refuses everything"
        : "enforces " + new PolicyHash(told.policyHash()).shortened();
  }

  private static String refusing(Acknowledgement told, String why) {
    String form = told.policyHash().isEmpty() ? "%s: %s" : "%s and refuses the newer: %s";
    return form.formatted(enforced(told), why);
  }

  /** Whether what was refused came after what is in force: an older refusal is history. */
  private static boolean isLater(String rejected, @Nullable String loaded) {
    try {
      return loaded == null || Instant.parse(rejected).isAfter(Instant.parse(loaded));
    } catch (DateTimeException unreadable) {
      return true;
    }
  }

  private static Optional<Lag> lag(ObservedPod pod, ConditionReason reason, String why) {
    return Optional.of(new Lag(pod.name(), reason, why));
  }

  @Override
  public String toString() {
    return "%s (%s)".formatted(pod, why);
  }
}
