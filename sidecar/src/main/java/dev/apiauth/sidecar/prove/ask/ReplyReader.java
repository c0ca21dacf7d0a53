package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.token.JsonObject;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.egress.EgressReply;
import io.vertx.core.buffer.Buffer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a provider replied about a token.
 *
 * @param refusedStatuses which statuses say that the token is no good; every other one but 200 says
 *     nothing about it
 */
record ReplyReader(Collection<Integer> refusedStatuses) {

  /** Keeps a copy. */
  ReplyReader {
    refusedStatuses = List.copyOf(refusedStatuses);
  }

  /** One JSON object, as claims of {@code token}. */
  Asked<TokenClaims> claims(EgressReply reply, String token) {
    return body(reply)
        .then(
            body ->
                JsonObject.parse(body.getBytes())
                    .map(answer -> TokenClaims.answered(answer, token))
                    .map(Asked::told)
                    .orElseGet(
                        () ->
                            Asked.silent(
                                "it answered with something else than one plain JSON object")));
  }

  /** The body, whatever is in it. */
  Asked<Buffer> body(EgressReply reply) {
    return switch (reply) {
      case EgressReply.Document(Buffer body, Optional<String> link) -> Asked.told(body);
      case EgressReply.Status(int code) when refusedStatuses.contains(code) ->
          Asked.denied(Reason.TOKEN_INACTIVE, "it answered with status " + code);
      case EgressReply.Status(int code) -> Asked.silent("it answered with status " + code);
      case EgressReply.Failed(String because) -> Asked.silent(because);
    };
  }
}
