package dev.apiauth.sidecar.prove;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.token.TokenClaims;
import io.vertx.core.Future;
import java.time.Instant;

/** Proves tokens by their signature alone: what they say is all that the policy needs. */
record SignedTokens(JwtVerifier signatures) implements ProviderVerifier {

  @Override
  public Future<Outcome<TokenClaims>> claims(String token, Instant now) {
    return signatures.verify(token, now).map(proven -> proven.map(VerifiedToken::claims));
  }
}
