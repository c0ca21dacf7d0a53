package dev.apiauth.operator.status;

import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import dev.apiauth.operator.observe.ObservedPod;
import dev.apiauth.policy.check.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a status rests on.
 *
 * @param generation the generation of the resource's spec
 * @param previous the status that is there: conditions that do not change keep their times
 * @param acceptance what became of the spec
 * @param references what is wrong with what the rendered spec refers to; warnings count as well
 * @param rendered the policy that is published; empty while none is
 * @param workload the workload
 * @param pods its pods, without those that are going away or have ended; in the order in which they
 *     are to be named
 * @param now when this was found out
 */
public record StatusFacts(
    long generation,
    Optional<AtlassianApiAuthStatus> previous,
    Acceptance acceptance,
    List<Problem> references,
    Optional<RenderedPolicy> rendered,
    Workload workload,
    List<ObservedPod> pods,
    Instant now) {

  /** The lists are copied. */
  public StatusFacts {
    references = List.copyOf(references);
    pods = List.copyOf(pods);
  }

  /** How many pods the workload wants; none if there is no workload. */
  int desired() {
    return workload instanceof Workload.Present present ? present.desired() : 0;
  }
}
