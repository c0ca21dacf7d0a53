package dev.apiauth.operator.status;

import dev.apiauth.operator.observe.DirectAccess;
import dev.apiauth.operator.observe.Enforcement;
import dev.apiauth.operator.observe.ObservedPod;
import dev.apiauth.operator.observe.ObservedPod.SidecarPresence;
import dev.apiauth.policy.document.Acknowledgement;
import dev.apiauth.policy.document.Acknowledgement.ProviderReport;
import dev.apiauth.policy.document.Acknowledgement.ProviderState;
import dev.apiauth.policy.document.Acknowledgement.Rejection;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.spec.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pods in a word each: what they said, and whether their product answers. */
final class Pods {

  static final PolicyHash RENDERED = new PolicyHash("9f2c1a" + "0".repeat(58));
  static final PolicyHash OLDER = new PolicyHash("1b2c3d" + "0".repeat(58));

  private static final DirectAccess CLOSED = new DirectAccess.Closed(8080);
  private static final DirectAccess OPEN = new DirectAccess.Answers(8080);
  private static final DirectAccess DARK =
      new DirectAccess.Unknown(
          "neither port 8080 of its product nor port 15080 of its sidecar can be reached");
  private static final Enforcement MUTE =
      new Enforcement.Unknown("its port 15082 refuses connections");
  private static final Rejection REJECTION =
      new Rejection("2026-11-24T12:00:05Z", "the policy has version 2, this sidecar reads 1");

  private Pods() {}

  /** {@code jira-0}, {@code jira-1} ... from words that a blank separates; none from none. */
  static List<ObservedPod> named(String words) {
    var pods = new ArrayList<ObservedPod>();
    if (words.isEmpty()) return pods;
    for (String word : words.split(" ", -1)) pods.add(pod("jira-" + pods.size(), word));
    return pods;
  }

  private static ObservedPod pod(String name, String word) {
    return switch (word) {
      case "well" -> current(name, enforcing(), CLOSED);
      case "old-image" -> pod(name, SidecarPresence.STALE, enforcing(), CLOSED);
      case "open" -> current(name, enforcing(), OPEN);
      case "dark" -> current(name, enforcing(), DARK);
      case "mute" -> current(name, MUTE, DARK);
      case "mute-open" -> current(name, MUTE, OPEN);
      case "bare" -> pod(name, SidecarPresence.MISSING, new Enforcement.Unknown("none"), OPEN);
      case "older" -> current(name, told(OLDER.value(), Mode.Enforce, null, ready()), CLOSED);
      case "older-shadow" -> current(name, told(OLDER.value(), Mode.Shadow, null, ready()), CLOSED);
      case "refusing" ->
          current(name, told(OLDER.value(), Mode.Enforce, REJECTION, ready()), CLOSED);
      case "once-refused" -> current(name, recovered(), CLOSED);
      case "empty" ->
          current(name, new Enforcement.Acknowledged(Acknowledgement.withoutPolicy(null)), CLOSED);
      case "empty-refusing" ->
          current(
              name, new Enforcement.Acknowledged(Acknowledgement.withoutPolicy(REJECTION)), CLOSED);
      case "rusty" -> current(name, provider(ProviderState.Stale, 2, "HTTP 500"), CLOSED);
      case "deaf" -> current(name, provider(ProviderState.Silent, 0, "timed out"), CLOSED);
      case "alone" -> current(name, told(RENDERED.value(), Mode.Enforce, null), CLOSED);
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static ObservedPod current(String name, Enforcement said, DirectAccess access) {
    return pod(name, SidecarPresence.CURRENT, said, access);
  }

  private static ObservedPod pod(
      String name, SidecarPresence sidecar, Enforcement said, DirectAccess access) {
    return new ObservedPod(name, Optional.of("10.0.0.1"), sidecar, said, access);
  }

  private static Enforcement enforcing() {
    return told(RENDERED.value(), Mode.Enforce, null, ready());
  }

  private static Enforcement provider(ProviderState state, int keys, String error) {
    return told(
        RENDERED.value(),
        Mode.Enforce,
        null,
        new ProviderReport("entra", state, keys, null, error));
  }

  private static ProviderReport ready() {
    return new ProviderReport("entra", ProviderState.Ready, 4, "2026-11-24T12:00:00Z", null);
  }

  private static Enforcement told(
      String hash, Mode mode, @Nullable Rejection rejection, ProviderReport... providers) {
    return told(hash, mode, "2026-11-24T12:00:00Z", rejection, providers);
  }

  private static Enforcement recovered() {
    return told(OLDER.value(), Mode.Enforce, "2026-11-24T12:00:09Z", REJECTION, ready());
  }

  private static Enforcement told(
      String hash,
      Mode mode,
      String loadedAt,
      @Nullable Rejection rejection,
      ProviderReport... providers) {
    return new Enforcement.Acknowledged(
        new Acknowledgement(
            hash, "atlassian", "jira", 12, mode, loadedAt, List.of(providers), rejection));
  }
}
