package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.token.JsonObject;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.egress.EgressReply;
import dev.apiauth.sidecar.egress.ProviderCalls;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sends a request about a token and reads what the provider says of it.
 *
 * @param calls sends it
 * @param refusedStatuses which statuses say that the token is no good; every other one but 200 says
 *     nothing about it
 */
record TokenCalls(ProviderCalls calls, Collection<Integer> refusedStatuses) {

  /** Keeps a copy. */
  TokenCalls {
    refusedStatuses = List.copyOf(refusedStatuses);
  }

  /** One JSON object, as claims of {@code token}. */
  Future<Asked<TokenClaims>> claims(Asked<CallDraft> request, String token) {
    return request.await(
        draft -> calls.call(draft.finished()).map(reply -> read(reply).then(of(token))));
  }

  private Asked<Buffer> read(EgressReply reply) {
    return switch (reply) {
      case EgressReply.Document(Buffer body, Optional<String> link) -> Asked.told(body);
      case EgressReply.Status(int code) when refusedStatuses.contains(code) ->
          Asked.denied(Reason.TOKEN_INACTIVE, "it answered with status " + code);
      case EgressReply.Status(int code) -> Asked.silent("it answered with status " + code);
      case EgressReply.Failed(String because) -> Asked.silent(because);
    };
  }

  private static Function<Buffer, Asked<TokenClaims>> of(String token) {
    return body ->
        JsonObject.parse(body.getBytes())
            .map(answer -> Asked.told(TokenClaims.answered(answer, token)))
            .orElseGet(
                () -> Asked.silent("it answered with something else than one plain JSON object"));
  }
}
