package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.document.LookupDocument.ItemsDocument;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.token.JsonValue;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.prove.ask.LookupCalls.Page;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a list of names, page by page. All of it or nothing: half a list would let somebody pass
 * whom a deny list names.
 *
 * @param items where the names stand
 * @param calls fetches pages
 * @param claims of the token, for items that are only its own
 */
record NameList(ItemsDocument items, LookupCalls calls, TokenClaims claims) {

  private static final int MAX_PAGES = 50;
  private static final int MAX_NAMES = 10_000;

  /** The names, as a list; empty where the first page says that there is nothing. */
  Future<Asked<Optional<JsonValue>>> from(CallDraft first) {
    return page(first, List.of(), 1);
  }

  private Future<Asked<Optional<JsonValue>>> page(
      CallDraft draft, List<String> before, int number) {
    if (number > MAX_PAGES) return tooMany("more than " + MAX_PAGES + " pages");
    return calls
        .page(draft, claims)
        .compose(
            told ->
                told.await(
                    page ->
                        page.isEmpty()
                            ? ended(before, number)
                            : read(page.get(), draft, before, number)));
  }

  /** Nothing at all on the first page means that there is nothing; on a later one, that is all. */
  private static Future<Asked<Optional<JsonValue>>> ended(List<String> names, int number) {
    return Future.succeededFuture(
        Asked.told(number == 1 ? Optional.empty() : Optional.of(JsonValue.ofStrings(names))));
  }

  private Future<Asked<Optional<JsonValue>>> read(
      Page page, CallDraft draft, List<String> before, int number) {
    return new ItemNames(items, claims)
        .in(page.answer())
        .await(
            found -> {
              List<String> names = new ArrayList<>(before);
              names.addAll(found);
              return names.size() > MAX_NAMES
                  ? tooMany("more than " + MAX_NAMES + " names")
                  : next(page, draft, names, number);
            });
  }

  private Future<Asked<Optional<JsonValue>>> next(
      Page page, CallDraft draft, List<String> names, int number) {
    return new NextPage(items)
        .after(page, draft)
        .await(
            next ->
                next.isEmpty()
                    ? Future.succeededFuture(Asked.told(Optional.of(JsonValue.ofStrings(names))))
                    : page(next.get(), names, number + 1));
  }

  private static <T> Future<Asked<T>> tooMany(String what) {
    return Future.succeededFuture(
        Asked.denied(Reason.TOKEN_CLAIM_REFUSED, "the provider lists " + what));
  }
}
