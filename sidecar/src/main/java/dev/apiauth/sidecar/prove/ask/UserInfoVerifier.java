package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.egress.ProviderCalls;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the token's user (OpenID Connect Core 1.0, section 5.3), with the token itself. Says
 * nothing about whom the token was issued for.
 *
 * @param endpoint where
 * @param calls sends it
 */
record UserInfoVerifier(Endpoint endpoint, ProviderCalls calls) implements TokenQuestion {

  /** RFC 6750, section 3.1: {@code invalid_token} and {@code insufficient_scope}. */
  private static final List<Integer> REFUSED = List.of(401, 403);

  @Override
  public Future<Asked<TokenClaims>> ask(String token) {
    return endpoint
        .url()
        .map(found -> found.map(url -> CallDraft.to(HttpMethod.GET, url).bearer(token)))
        .compose(request -> new TokenCalls(calls, REFUSED).claims(request, token));
  }

  @Override
  public Future<Optional<String>> probe() {
    return endpoint.probe();
  }
}
