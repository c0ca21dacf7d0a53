package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.document.LookupDocument.ItemsDocument;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.token.JsonValue;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.prove.ask.LookupCalls.Page;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** What was read so far, since when. */
  private record Read(List<String> names, int pages, long began) {

    Read with(List<String> more) {
      return new Read(Stream.concat(names.stream(), more.stream()).toList(), pages + 1, began);
    }

    /** Whether nobody waits for the rest any more. */
    boolean isLate() {
      return System.nanoTime() - began > Lookups.PATIENCE.toNanos();
    }
  }

  /** The names, as a list; empty where the first page says that there is nothing. */
  Future<Asked<Optional<JsonValue>>> from(CallDraft first) {
    return page(first, new Read(List.of(), 0, System.nanoTime()));
  }

  private Future<Asked<Optional<JsonValue>>> page(CallDraft draft, Read before) {
    if (before.pages() == MAX_PAGES) return tooMany("more than " + MAX_PAGES + " pages");
    if (before.isLate()) return Future.succeededFuture(Asked.silent("its list came too slowly"));
    return calls
        .page(draft, claims)
        .compose(
            told ->
                told.await(
                    page ->
                        page.isEmpty()
                            ? Future.succeededFuture(Asked.told(ended(before)))
                            : read(page.get(), draft, before)));
  }

  /** Nothing at all on the first page means that there is nothing; on a later one, that is all. */
  private static Optional<JsonValue> ended(Read read) {
    return read.pages() == 0 ? Optional.empty() : all(read);
  }

  private static Optional<JsonValue> all(Read read) {
    return Optional.of(JsonValue.ofStrings(read.names()));
  }

  private Future<Asked<Optional<JsonValue>>> read(Page page, CallDraft draft, Read before) {
    return new ItemNames(items, claims)
        .in(page.answer())
        .map(before::with)
        .await(
            read ->
                read.names().size() > MAX_NAMES
                    ? tooMany("more than " + MAX_NAMES + " names")
                    : next(page, draft, read));
  }

  private Future<Asked<Optional<JsonValue>>> next(Page page, CallDraft draft, Read read) {
    return new NextPage(items)
        .after(page, draft)
        .await(
            next ->
                next.isEmpty()
                    ? Future.succeededFuture(Asked.told(all(read)))
                    : page(next.get(), read));
  }

  private static <T> Future<Asked<T>> tooMany(String what) {
    return Future.succeededFuture(
        Asked.denied(Reason.TOKEN_CLAIM_REFUSED, "the provider lists " + what));
  }
}
