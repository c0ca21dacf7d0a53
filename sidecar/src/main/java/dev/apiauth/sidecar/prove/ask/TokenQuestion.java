package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.token.TokenClaims;
import io.vertx.core.Future;
import java.util.Optional;

/** A way to ask a provider about a token. One per kind of provider. */
interface TokenQuestion {

  /**
   * Shows the provider {@code token}.
   *
   * @return what it says of the token, not judged yet. Never fails
   */
  Future<Asked<TokenClaims>> ask(String token);

  /** Whether the provider is there, as {@link Endpoint#probe}. Shows it no token. */
  Future<Optional<String>> probe();
}
