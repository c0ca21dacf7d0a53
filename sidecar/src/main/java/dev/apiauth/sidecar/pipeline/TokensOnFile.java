package dev.apiauth.sidecar.pipeline;

import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.UpstreamIdentity;
import dev.apiauth.policy.document.VaultDocument.VaultEntry;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.sidecar.identity.Bindings;
import io.vertx.core.Future;
import java.time.InstantSource;

/** Finds the token on file with which a user can be acted as. */
public final class TokensOnFile {

  private final Bindings bindings;
  private final InstantSource clock;

  /**
   * Finds tokens that are bound.
   *
   * @param bindings proves whose a token on file is
   * @param clock tells when a token on file has expired
   */
  public TokensOnFile(Bindings bindings, InstantSource clock) {
    this.bindings = bindings;
    this.clock = clock;
  }

  /**
   * Completes with the user's token once the product has named its user, or with the reason why
   * there is none that can be used.
   */
  Future<Outcome<UpstreamIdentity.BoundToken>> of(String username, CompiledPolicy policy) {
    return switch (policy.vault().usable(username, clock.instant())) {
      case Outcome.Pass<VaultEntry>(VaultEntry entry) ->
          bindings
              .bind(entry.token(), username, policy)
              .map(
                  bound -> bound.map(name -> new UpstreamIdentity.BoundToken(entry.token(), name)));
      case Outcome.Refused<VaultEntry>(Refusal refusal) ->
          Future.succeededFuture(refusal.asOutcome());
    };
  }
}
