package dev.apiauth.sidecar.pipeline;

import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.Grouped;
import dev.apiauth.policy.decide.Permitted;
import dev.apiauth.policy.decide.Proven;
import dev.apiauth.policy.outcome.Outcome;

/** Decides whether the caller may do this. */
public final class PermitRequest {

  /** The request, allowed; or the rule that stands in the way. */
  public Outcome<Permitted> permit(Grouped grouped, CompiledPolicy policy) {
    Proven proven = grouped.proven();
    return policy
        .access()
        .permit(proven.principal(), grouped.groups(), grouped.target().operation())
        .map(principal -> new Permitted(proven));
  }
}
