package dev.apiauth.operator.inject;

import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import java.util.Optional;

/**
 * What the selection of a pod needs of a resource.
 *
 * @param name the resource's name
 * @param namespace its namespace: it protects pods of no other
 * @param precedence which one counts when several name one workload
 * @param policyHash the policy that was rendered for it; empty if it was never accepted, and then
 *     it protects nothing yet
 * @param spec the last spec that was accepted, or the current one if none was
 */
public record Candidate(
    String name,
    String namespace,
    Precedence precedence,
    Optional<String> policyHash,
    AtlassianApiAuthSpec spec) {

  /** Whether a policy exists that a sidecar could enforce. */
  public boolean everAccepted() {
    return policyHash.isPresent();
  }
}
