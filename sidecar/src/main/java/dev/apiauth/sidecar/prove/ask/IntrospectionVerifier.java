package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.egress.ProviderCalls;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;

/**
 * Asks by introspection (RFC 7662, section 2.1). Every status but 200 says something about this
 * service or the provider, and nothing about the token: also 401.
 *
 * @param endpoint where
 * @param client this service as the provider knows it; empty where it need not say (I1)
 * @param issuer whom an assertion is for; empty for the endpoint itself
 * @param calls sends it
 */
record IntrospectionVerifier(
    Endpoint endpoint, Optional<ClientProof> client, Optional<String> issuer, ProviderCalls calls)
    implements TokenQuestion {

  @Override
  public Future<Asked<TokenClaims>> ask(String token) {
    return endpoint
        .url()
        .compose(found -> found.await(url -> authenticated(draft(url, token))))
        .compose(request -> new TokenCalls(calls, List.of()).claims(request, token));
  }

  private static CallDraft draft(String url, String token) {
    return CallDraft.to(HttpMethod.POST, url)
        .parameter("token", token)
        .parameter("token_type_hint", "access_token");
  }

  private Future<Asked<CallDraft>> authenticated(CallDraft draft) {
    return client
        .map(proof -> proof.on(draft, issuer.orElse(draft.url())))
        .orElseGet(() -> Future.succeededFuture(Asked.told(draft)));
  }

  @Override
  public Future<Optional<String>> probe() {
    return endpoint.probe();
  }
}
