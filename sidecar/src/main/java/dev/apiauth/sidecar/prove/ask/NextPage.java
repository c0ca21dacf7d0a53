package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.document.LookupDocument.ItemsDocument;
import dev.apiauth.policy.token.JsonValue;
import dev.apiauth.sidecar.prove.ask.LookupCalls.Page;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the request for the page after one. It never leaves the host: what is shown there is a
 * token.
 *
 * @param items how pages hang together
 */
record NextPage(ItemsDocument items) {

  /** RFC 8288, section 3, as far as GitHub and its like write it. */
  private static final Pattern LINK = Pattern.compile("<([^>]*)>\\s*((?:;[^,<]*)*)");

  private static final Pattern NEXT =
      Pattern.compile(";\\s*rel=\"?(?:[^\";]*\\s)?next(?:\\s[^\";]*)?\"?\\s*(?:;.*)?");

  /** The next request; empty after the last page. */
  Asked<Optional<CallDraft>> after(Page page, CallDraft draft) {
    return switch (items.next()) {
      case None -> Asked.told(Optional.empty());
      case LinkHeader -> at(page.link().flatMap(NextPage::linked), draft);
      case Url -> at(told(page), draft);
      case Token -> Asked.told(told(page).map(token -> draft.query(parameter(), token)));
    };
  }

  private String parameter() {
    String name = items.nextParameter();
    return name == null ? "pageToken" : name;
  }

  private Optional<String> told(Page page) {
    String at = items.nextAt();
    return Optional.ofNullable(at)
        .flatMap(page.answer()::at)
        .flatMap(JsonValue::string)
        .filter(text -> !text.isEmpty());
  }

  private static Optional<String> linked(String link) {
    Matcher links = LINK.matcher(link);
    while (links.find()) {
      if (NEXT.matcher(links.group(2)).find()) return Optional.of(links.group(1));
    }
    return Optional.empty();
  }

  private static Asked<Optional<CallDraft>> at(Optional<String> url, CallDraft draft) {
    if (url.isEmpty()) return Asked.told(Optional.empty());
    Optional<String> next = resolved(url.get(), draft.url());
    return next.isPresent()
        ? Asked.told(next.map(draft::at))
        : Asked.silent("its next page is at another host, or nowhere");
  }

  private static Optional<String> resolved(String reference, String base) {
    try {
      URI from = URI.create(base);
      URI next = from.resolve(reference);
      return origin(next).equals(origin(from)) ? Optional.of(next.toString()) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static String origin(URI uri) {
    return "%s://%s".formatted(uri.getScheme(), uri.getRawAuthority()).toLowerCase(Locale.ROOT);
  }
}
