package dev.apiauth.sidecar.pipeline;

import dev.apiauth.policy.decide.ApiToken;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.Grouped;
import dev.apiauth.policy.decide.Permitted;
import dev.apiauth.policy.decide.Principal;
import dev.apiauth.policy.decide.Proven;
import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.outcome.Outcome;

/** Decides whether the caller may do this. */
public final class PermitRequest {

  /** The request, allowed; or the rule that stands in the way. */
  public Outcome<Permitted> permit(Grouped grouped, CompiledPolicy policy) {
    Proven proven = grouped.proven();
    return policy
        .access()
        .permit(proven.principal(), grouped.groups(), grouped.target().operation())
        .then(principal -> withinScope(principal, proven))
        .map(target -> new Permitted(proven));
  }

  /** An API token may be narrower than its user's groups are. */
  private static Outcome<Target> withinScope(Principal principal, Proven proven) {
    return principal instanceof Principal.TokenBearer(ApiToken token)
        ? token.scope().permit(proven.target(), proven.routed().located().client())
        : Outcome.pass(proven.target());
  }
}
