package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.egress.ProviderCalls;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Asks at an endpoint of the provider's own, as the preset or the resource describes it.
 *
 * @param check how, and which statuses mean a bad token
 * @param writer writes the request
 * @param calls sends it
 */
record ProviderCheckVerifier(
    VerificationDocument.Check check, CallWriter writer, ProviderCalls calls)
    implements TokenQuestion {

  @Override
  public Future<Asked<TokenClaims>> ask(String token) {
    return writer
        .write(check.call(), Optional.empty(), Optional.of(token))
        .compose(request -> new TokenCalls(calls, check.refusedStatuses()).claims(request, token));
  }

  @Override
  public Future<Optional<String>> probe() {
    return calls.reach(check.call().url());
  }
}
