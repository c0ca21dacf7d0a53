package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.document.LookupDocument.ItemsDocument;
import dev.apiauth.policy.token.ClaimPath;
import dev.apiauth.policy.token.JsonValue;
import dev.apiauth.policy.token.TokenClaims;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the items of one page.
 *
 * @param items how they are named
 * @param claims of the token
 */
record ItemNames(ItemsDocument items, TokenClaims claims) {

  private static final Pattern MEMBER = Pattern.compile("\\{([^}]+)}");

  /** The names; none where the answer has no list, and no answer where an item has no name. */
  Asked<List<String>> in(JsonValue answer) {
    Optional<JsonValue> list = answer.at(items.at()).filter(found -> !found.isNull());
    if (list.isEmpty()) return Asked.told(List.of());
    Optional<List<JsonValue>> elements = list.flatMap(JsonValue::elements);
    if (elements.isEmpty()) return Asked.silent("its answer has no list where one belongs");
    List<String> names = new ArrayList<>();
    for (JsonValue item : elements.get()) {
      if (!counts(item)) continue;
      Optional<String> name = name(item);
      if (name.isEmpty()) return Asked.silent("an item of its list has no name");
      names.add(name.get());
    }
    return Asked.told(names);
  }

  private boolean counts(JsonValue item) {
    String containing = items.containing();
    String claim = items.containingClaim();
    if (containing == null || claim == null) return true;
    Optional<String> wanted = claims.at(ClaimPath.of(claim)).flatMap(JsonValue::text);
    return wanted.isPresent()
        && item.at(containing)
            .flatMap(JsonValue::strings)
            .filter(members -> members.contains(wanted.get()))
            .isPresent();
  }

  private Optional<String> name(JsonValue item) {
    String template = items.name();
    return template == null ? item.text() : filled(template, item);
  }

  private static Optional<String> filled(String template, JsonValue item) {
    Matcher members = MEMBER.matcher(template);
    var name = new StringBuilder();
    while (members.find()) {
      Optional<String> text = item.at(members.group(1)).flatMap(JsonValue::text);
      if (text.isEmpty()) return Optional.empty();
      members.appendReplacement(name, Matcher.quoteReplacement(text.get()));
    }
    return Optional.of(members.appendTail(name).toString());
  }
}
