package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.document.CallDocument;
import dev.apiauth.policy.document.CallDocument.TokenPlacement;
import dev.apiauth.policy.token.TokenClaims;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes requests as documents describe them.
 *
 * @param client this service as the provider knows it; empty where it need not say
 */
record CallWriter(Optional<ClientProof> client) {

  /**
   * Writes one request.
   *
   * @param claims for the places in its text; empty where there are none yet
   * @param token that stands where the document says; empty where none is shown
   */
  Future<Asked<CallDraft>> write(
      CallDocument call, Optional<TokenClaims> claims, Optional<String> token) {
    return plain(call, new ClaimPlaces(claims))
        .map(draft -> token.map(shown -> placed(draft, call.token(), shown)).orElse(draft))
        .await(draft -> authenticated(draft, call.client(), token));
  }

  private static Asked<CallDraft> plain(CallDocument call, ClaimPlaces places) {
    Asked<CallDraft> draft =
        places
            .inUrl(call.url())
            .map(url -> CallDraft.to(HttpMethod.valueOf(call.method().name()), url));
    for (var header : call.headers().entrySet()) {
      draft = draft.map(written -> written.header(header.getKey(), header.getValue()));
    }
    for (var parameter : call.parameters().entrySet()) {
      draft =
          draft.then(
              written ->
                  places
                      .inText(parameter.getValue())
                      .map(value -> written.parameter(parameter.getKey(), value)));
    }
    return draft;
  }

  private static CallDraft placed(
      CallDraft draft, @Nullable TokenPlacement placement, String token) {
    if (placement == null) return draft;
    String name = placement.name() == null ? "token" : placement.name();
    return switch (placement.in()) {
      case Bearer -> draft.bearer(token);
      case Query -> draft.query(name, token);
      case Form -> draft.parameter(name, token);
      case Json -> draft.member(name, token);
    };
  }

  private Future<Asked<CallDraft>> authenticated(
      CallDraft draft, CallDocument.ClientPlace place, Optional<String> token) {
    return switch (place) {
      case None -> Future.succeededFuture(Asked.told(draft));
      case Registered -> proof().await(proof -> proof.on(draft, draft.url()));
      case AppAccessToken ->
          Future.succeededFuture(proof().then(proof -> proof.appAccessToken(draft)));
      case AppSecretProof ->
          Future.succeededFuture(
              token
                  .map(shown -> proof().then(proof -> proof.appSecretProof(draft, shown)))
                  .orElseGet(() -> Asked.told(draft)));
    };
  }

  private Asked<ClientProof> proof() {
    return client
        .map(Asked::told)
        .orElseGet(() -> Asked.silent("it cannot be asked: the resource names no client"));
  }
}
