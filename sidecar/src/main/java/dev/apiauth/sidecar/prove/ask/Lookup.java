package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.token.TokenClaims;
import io.vertx.core.Future;

/** One more question to a provider, about a token that is proven. */
interface Lookup {

  /** Under which name what is found stands among the claims. */
  String name();

  /** Whether it is asked for these claims at all. */
  boolean appliesTo(TokenClaims claims);

  /**
   * Asks, where it applies.
   *
   * @param token the caller's
   * @return the claims with what was found, under the look-up's name. Never fails
   */
  Future<Asked<TokenClaims>> addTo(TokenClaims claims, String token);
}
