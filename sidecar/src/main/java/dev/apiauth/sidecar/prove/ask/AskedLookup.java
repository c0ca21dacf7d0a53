package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.decide.CompiledLookup;
import dev.apiauth.policy.document.CallDocument;
import dev.apiauth.policy.document.LookupDocument.ItemsDocument;
import dev.apiauth.policy.token.JsonValue;
import dev.apiauth.policy.token.TokenClaims;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * A look-up as a document describes it.
 *
 * @param lookup what is asked when, and what is taken out of the answer
 * @param call the request
 * @param credential as whom it is sent
 * @param writer writes it
 * @param pages sends it
 */
record AskedLookup(
    CompiledLookup lookup,
    CallDocument call,
    LookupCredential credential,
    CallWriter writer,
    LookupCalls pages)
    implements Lookup {

  @Override
  public String name() {
    return lookup.how().name();
  }

  @Override
  public boolean appliesTo(TokenClaims claims) {
    return lookup.appliesTo(claims);
  }

  @Override
  public Future<Asked<TokenClaims>> addTo(TokenClaims claims, String token) {
    if (!appliesTo(claims)) return Future.succeededFuture(Asked.told(claims));
    return credential
        .token(token, claims)
        .compose(
            shown ->
                shown.await(text -> writer.write(call, Optional.of(claims), Optional.of(text))))
        .compose(ready -> ready.await(draft -> find(draft, claims)))
        .map(found -> named(found).map(value -> with(claims, value)));
  }

  private Future<Asked<Optional<JsonValue>>> find(CallDraft draft, TokenClaims claims) {
    ItemsDocument items = lookup.how().items();
    return items == null
        ? pages.object(draft, claims)
        : new NameList(items, pages, claims).from(draft);
  }

  private TokenClaims with(TokenClaims claims, Optional<JsonValue> found) {
    return found.map(value -> claims.with(lookup.how().name(), value)).orElse(claims);
  }

  /** Says which look-up it was that went without an answer. */
  private <T> Asked<T> named(Asked<T> found) {
    return found instanceof Asked.Silent<T>(String because)
        ? Asked.silent("look-up %s: %s".formatted(lookup.how().name(), because))
        : found;
  }
}
