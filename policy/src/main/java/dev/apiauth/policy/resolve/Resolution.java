package dev.apiauth.policy.resolve;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.document.PolicySet;
import java.util.List;

/** What came out of resolving a resource. */
public sealed interface Resolution {

  /**
   * A policy that can be published.
   *
   * @param set the policy with its secrets
   * @param problems what to know about it all the same: warnings, and Secrets that cannot be used,
   *     on which only what depends on them denies
   */
  record Resolved(PolicySet set, List<Problem> problems) implements Resolution {}

  /**
   * Nothing that could be published; what is in force stays in force.
   *
   * @param problems every reason, not just the first
   */
  record Refused(List<Problem> problems) implements Resolution {}
}
