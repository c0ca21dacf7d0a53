package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.token.ClaimPath;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.egress.QueryText;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts claims into requests: {@code {claim:NAME}} in a document's text.
 *
 * @param claims that are known; empty before there are any
 */
record ClaimPlaces(Optional<TokenClaims> claims) {

  private static final Pattern PLACE = Pattern.compile("\\{claim:([^}]+)}");

  /** As a path segment these lead elsewhere, however they are written. */
  private static final Set<String> DOTS = Set.of("", ".", "..");

  /** With each claim encoded as one path segment or query value. */
  Asked<String> inUrl(String text) {
    return filled(text, ClaimPlaces::encoded);
  }

  /** With the claims as they are. */
  Asked<String> inText(String text) {
    return filled(text, UnaryOperator.identity());
  }

  private Asked<String> filled(String text, UnaryOperator<String> written) {
    Matcher places = PLACE.matcher(text);
    var result = new StringBuilder();
    while (places.find()) {
      String name = places.group(1);
      Optional<String> value = value(name).filter(found -> !DOTS.contains(found));
      if (value.isEmpty()) {
        return Asked.denied(
            Reason.TOKEN_CLAIM_REFUSED,
            "the claim %s, by which the provider is asked".formatted(name));
      }
      places.appendReplacement(result, Matcher.quoteReplacement(written.apply(value.get())));
    }
    return Asked.told(places.appendTail(result).toString());
  }

  private Optional<String> value(String name) {
    return ClaimPath.parse(name)
        .flatMap(path -> claims.flatMap(known -> known.at(path)))
        .flatMap(found -> found.string().or(() -> found.number().map(BigDecimal::toPlainString)));
  }

  private static String encoded(String value) {
    return QueryText.encoded(value).replace("+", "%20");
  }
}
