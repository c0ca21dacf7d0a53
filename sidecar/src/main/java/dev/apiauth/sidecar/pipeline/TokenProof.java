package dev.apiauth.sidecar.pipeline;

import dev.apiauth.policy.decide.CompiledProvider;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.token.TokenClaims;
import io.vertx.core.Future;

/** Verifies tokens of identity providers. */
@FunctionalInterface
public interface TokenProof {

  /**
   * Verifies a token with its issuer's keys and rules.
   *
   * @return completes with the claims once the token is verified, at once where it is known;
   *     refuses with {@link Reason#PROVIDER_SILENT} where there are no keys to verify it with.
   *     Never fails for a bad token
   */
  Future<Outcome<TokenClaims>> claims(CompiledProvider provider, String token);
}
