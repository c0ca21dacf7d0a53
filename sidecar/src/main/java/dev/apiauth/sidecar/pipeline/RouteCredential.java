package dev.apiauth.sidecar.pipeline;

import dev.apiauth.policy.credential.Circumstances;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.Located;
import dev.apiauth.policy.decide.Presented;
import dev.apiauth.policy.decide.Routed;
import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.outcome.Outcome;
import java.time.InstantSource;

/** Fixes the one verifier of a credential, before any I/O. */
public final class RouteCredential {

  private final InstantSource clock;

  /** Routes by what the time is. */
  public RouteCredential(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The request with its route, or the reason why its credential is of no kind that is accepted.
   */
  public Outcome<Routed> route(Located located, CompiledPolicy policy) {
    Presented presented = located.presented();
    Target target = presented.target();
    return policy
        .router()
        .route(
            presented.credential(),
            new Circumstances(
                target.pathClass(),
                target.head().method(),
                target.below(),
                located.client(),
                clock.instant()))
        .map(route -> new Routed(located, route));
  }
}
