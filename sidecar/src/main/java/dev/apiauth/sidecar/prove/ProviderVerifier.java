package dev.apiauth.sidecar.prove;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.token.TokenClaims;
import io.vertx.core.Future;
import java.time.Instant;

/** Proves the tokens of one provider. Thread-safe. */
@FunctionalInterface
public interface ProviderVerifier {

  /**
   * Proves {@code token}, or says why it cannot be.
   *
   * @param now the instant of the request, by which the token's times are judged
   * @return completes on the caller's context with everything that the policy needs to know about
   *     the token; refuses with {@link Reason#PROVIDER_SILENT} where the provider would have to be
   *     asked and does not answer. Never fails for a bad token
   */
  Future<Outcome<TokenClaims>> claims(String token, Instant now);
}
