package dev.apiauth.e2e.channel;

import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import dev.apiauth.crd.status.StatusCondition;
import dev.apiauth.operator.observe.ObservedPod;
import dev.apiauth.operator.status.Acceptance;
import dev.apiauth.operator.status.RenderedPolicy;
import dev.apiauth.operator.status.StatusFacts;
import dev.apiauth.operator.status.StatusReport;
import dev.apiauth.operator.status.Workload;
import dev.apiauth.operator.status.Workload.SidecarForm;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.spec.DirectAccessPolicy;
import dev.apiauth.policy.spec.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a status says of one observed pod, of a workload that wants one. */
record Report(AtlassianApiAuthStatus status) {

  static Report of(ObservedPod pod, PolicyHash hash, Mode mode) {
    return new Report(
        StatusReport.of(
            new StatusFacts(
                12,
                Optional.empty(),
                new Acceptance.Accepted(List.of()),
                List.of(),
                Optional.of(new RenderedPolicy(hash, mode, DirectAccessPolicy.Refuse)),
                new Workload.Present("jira", 1, SidecarForm.NATIVE),
                List.of(pod),
                Instant.EPOCH)));
  }

  /** The condition's status and reason. */
  String of(String type) {
    return "%s %s".formatted(condition(type).status(), condition(type).reason());
  }

  String message(String type) {
    return condition(type).message();
  }

  private StatusCondition condition(String type) {
    return status.conditions().stream()
        .filter(one -> one.type().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
