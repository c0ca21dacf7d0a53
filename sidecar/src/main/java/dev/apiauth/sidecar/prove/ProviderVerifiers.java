package dev.apiauth.sidecar.prove;

import dev.apiauth.policy.decide.CompiledProvider;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.pipeline.TokenProof;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Map;

/** The verifiers of one policy's providers. */
public final class ProviderVerifiers implements TokenProof {

  private final Map<String, ProviderVerifier> byName;
  private final InstantSource clock;

  ProviderVerifiers(Map<String, ProviderVerifier> byName, InstantSource clock) {
    this.byName = Map.copyOf(byName);
    this.clock = clock;
  }

  @Override
  public Future<Outcome<TokenClaims>> claims(CompiledProvider provider, String token) {
    ProviderVerifier verifier = byName.get(provider.name());
    if (verifier == null) return Future.succeededFuture(Outcome.refuse(Reason.ISSUER_UNKNOWN));
    return verifier.claims(token, clock.instant());
  }
}
