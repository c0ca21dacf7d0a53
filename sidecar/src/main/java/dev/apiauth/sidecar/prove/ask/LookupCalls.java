package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.decide.CompiledLookup;
import dev.apiauth.policy.document.LookupDocument.SameDocument;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.token.ClaimPath;
import dev.apiauth.policy.token.JsonObject;
import dev.apiauth.policy.token.JsonValue;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.egress.EgressReply;
import dev.apiauth.sidecar.egress.EgressReply.Document;
import dev.apiauth.sidecar.egress.ProviderCalls;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Sends the requests of a look-up and reads its answers: a good one, nothing where the document
 * says that a status means nothing, or a failure. Nothing else becomes nothing.
 *
 * @param lookup what a good answer says
 * @param credential as whom it is asked
 * @param calls sends requests
 */
record LookupCalls(CompiledLookup lookup, LookupCredential credential, ProviderCalls calls) {

  /** An answer and where it continues. */
  record Page(JsonValue answer, Optional<String> link) {}

  /** The answer as it is; it must be about the token's own subject (I6). */
  Future<Asked<Optional<JsonValue>>> object(CallDraft draft, TokenClaims claims) {
    return page(draft, claims)
        .map(
            told ->
                told.then(
                    page ->
                        page.isEmpty()
                            ? Asked.told(Optional.empty())
                            : aboutSubject(page.get().answer(), claims).map(Optional::of)));
  }

  /** One answer; empty where there is nothing. */
  Future<Asked<Optional<Page>>> page(CallDraft draft, TokenClaims claims) {
    return calls.call(draft.finished()).map(reply -> read(reply, claims));
  }

  private Asked<Optional<Page>> read(EgressReply reply, TokenClaims claims) {
    return switch (reply) {
      case Document document -> valid(document).map(Optional::of);
      case EgressReply.Status(int code) -> status(code, claims);
      case EgressReply.Failed(String because) -> Asked.silent(because);
    };
  }

  private Asked<Page> valid(Document document) {
    Optional<JsonValue> answer = JsonValue.parse(document.body().getBytes());
    if (answer.isEmpty()) return Asked.silent("it answered with something else than JSON");
    boolean isGood =
        lookup.valid().isEmpty()
            || answer
                .flatMap(JsonValue::object)
                .map(object -> TokenClaims.answered(object, ""))
                .filter(lookup::accepts)
                .isPresent();
    if (isGood) return Asked.told(new Page(answer.get(), document.link()));
    String because = "its answer is not a good one's";
    return credential.isTheCallers() ? refused(because) : Asked.silent(because);
  }

  /** By the caller's own token, which is no failure of the provider. */
  private <T> Asked<T> refused(String because) {
    return Asked.denied(
        Reason.TOKEN_CLAIM_REFUSED, "look-up %s: %s".formatted(lookup.how().name(), because));
  }

  private Asked<Optional<Page>> status(int code, TokenClaims claims) {
    if (lookup.how().absentStatuses().contains(code)) return Asked.told(Optional.empty());
    boolean isRefusal = code == 401 || code == 403;
    if (isRefusal && credential.isTheCallers()) {
      return refused("the token may not be used for it, status " + code);
    }
    if (isRefusal) credential.refused(claims);
    return Asked.silent("it answered with status " + code);
  }

  private Asked<JsonValue> aboutSubject(JsonValue answer, TokenClaims claims) {
    Optional<JsonObject> object = answer.object();
    if (object.isEmpty()) return Asked.silent("it answered with something else than an object");
    SameDocument same = lookup.how().subject();
    if (same == null) return Asked.told(answer);
    Optional<String> theirs = object.get().at(ClaimPath.of(same.answer())).flatMap(JsonValue::text);
    Optional<String> ours = claims.at(ClaimPath.of(same.token())).flatMap(JsonValue::text);
    boolean isOther = ours.isPresent() && !ours.equals(theirs);
    return isOther
        ? Asked.denied(
            Reason.TOKEN_UNTRUSTED,
            "I6: look-up %s is about another subject".formatted(lookup.how().name()))
        : Asked.told(answer);
  }
}
