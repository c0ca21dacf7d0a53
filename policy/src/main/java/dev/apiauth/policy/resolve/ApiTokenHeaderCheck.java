package dev.apiauth.policy.resolve;

import dev.apiauth.policy.spec.ApiTokensSpec;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Checks what a schema cannot list of the header field for API tokens: whether the field means
 * something else already. It would be taken for a token, and kept from the product.
 */
final class ApiTokenHeaderCheck {

  private static final Set<String> TAKEN =
      Set.of(
          "cache-control",
          "date",
          "dnt",
          "expect",
          "forwarded",
          "from",
          "keep-alive",
          "origin",
          "pragma",
          "range",
          "referer",
          "te",
          "trailer",
          "upgrade",
          "user-agent",
          "via",
          "x-atlassian-token",
          "x-requested-with");

  private static final List<String> TAKEN_FAMILIES =
      List.of("accept", "content-", "if-", "proxy-", "sec-", "access-control-", "x-forwarded-");

  private ApiTokenHeaderCheck() {}

  static void check(AtlassianApiAuthSpec spec, Findings findings) {
    ApiTokensSpec tokens = spec.credentialsOrDefault().apiTokens();
    String header = tokens == null ? null : tokens.header();
    if (header != null && isTaken(header.toLowerCase(Locale.ROOT))) {
      findings.error(
          "spec.credentials.apiTokens.header",
          "%s has a meaning of its own".formatted(header),
          "Name another field, such as X-Api-Key");
    }
  }

  private static boolean isTaken(String name) {
    return TAKEN.contains(name) || TAKEN_FAMILIES.stream().anyMatch(name::startsWith);
  }
}
