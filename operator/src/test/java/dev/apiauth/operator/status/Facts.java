package dev.apiauth.operator.status;

import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import dev.apiauth.operator.status.Workload.SidecarForm;
import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.spec.DirectAccessPolicy;
import dev.apiauth.policy.spec.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Facts as a table writes them. What a row leaves out is as it should be. */
record Facts(
    Acceptance acceptance,
    List<Problem> references,
    Optional<RenderedPolicy> rendered,
    Workload workload,
    String pods) {

  static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123Z");
  static final Problem FAULT =
      Problem.error(
          "spec.providers[0].audiences", "Required value", "Name the audience of your tokens");
  static final Problem MISSING_SECRET =
      Problem.warning(
          "spec.identity.personalAccessTokens.secretSelector",
          "no Secret has the labels {apiauth.dev/pat-vault=jira}",
          "Nobody can be acted as until one with username and token does");

  /** An accepted resource in mode Enforce whose three pods say what the words say. */
  static Facts of(String pods) {
    return new Facts(
        accepted("good"),
        List.of(),
        policy(Mode.Enforce, DirectAccessPolicy.Refuse),
        new Workload.Present("jira", 3, SidecarForm.NATIVE),
        pods);
  }

  static Acceptance accepted(String word) {
    return switch (word) {
      case "good" -> new Acceptance.Accepted(List.of());
      case "faulty" -> new Acceptance.Invalid(List.of(FAULT));
      case "rival" -> new Acceptance.Conflicted("jira-first");
      default -> throw new IllegalArgumentException(word);
    };
  }

  static Optional<RenderedPolicy> policy(Mode mode, DirectAccessPolicy directAccess) {
    return Optional.of(new RenderedPolicy(Pods.RENDERED, mode, directAccess));
  }

  Facts with(Acceptance other) {
    return new Facts(other, references, rendered, workload, pods);
  }

  Facts with(Optional<RenderedPolicy> other) {
    return new Facts(acceptance, references, other, workload, pods);
  }

  Facts with(Workload other) {
    return new Facts(acceptance, references, rendered, other, pods);
  }

  Facts lacking(Problem... problems) {
    return new Facts(acceptance, List.of(problems), rendered, workload, pods);
  }

  StatusFacts now() {
    return after(Optional.empty(), NOW);
  }

  StatusFacts after(AtlassianApiAuthStatus previous, Instant now) {
    return after(Optional.of(previous), now);
  }

  private StatusFacts after(Optional<AtlassianApiAuthStatus> previous, Instant now) {
    return new StatusFacts(
        12, previous, acceptance, references, rendered, workload, Pods.named(pods), now);
  }

  AtlassianApiAuthStatus status() {
    return StatusReport.of(now());
  }
}
