package dev.apiauth.policy.resolve;

import com.google.re2j.Pattern;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.preset.ProductProfile;
import dev.apiauth.policy.spec.AllowOrDeny;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import dev.apiauth.policy.spec.ProviderSpec;
import dev.apiauth.policy.token.ApiTokenText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Checks that every token goes to exactly one verifier, and none to a server that did not issue it.
 * Knows the providers that it was shown before.
 */
final class TokenRouteCheck {

  private static final int LONGEST_PRODUCT_TOKEN = 128;

  private final AtlassianApiAuthSpec policy;
  private final Optional<ProductProfile> product;
  private final Findings findings;
  private final Map<String, String> issuers = new HashMap<>();
  private final Map<String, String> prefixes = new HashMap<>();
  private @Nullable String fallback;

  TokenRouteCheck(
      AtlassianApiAuthSpec policy, Optional<ProductProfile> product, Findings findings) {
    this.policy = policy;
    this.product = product;
    this.findings = findings;
  }

  void check(ProviderSpec spec, ProviderDocument provider, String field) {
    issuersAreNew(provider, spec.issuer() == null ? field + ".parameters" : field + ".issuer");
    List<String> written = spec.tokens() == null ? null : spec.tokens().prefixes();
    String prefixField = written == null ? field + ".preset" : field + ".tokens.prefixes";
    for (String prefix : provider.prefixes()) {
      prefixIsNew(prefix, provider, prefixField);
      if (written != null) productHasNoSuch(prefix, prefixField);
    }
    if (provider.issuers().isEmpty() && provider.prefixes().isEmpty()) onlyOne(provider, field);
  }

  private void issuersAreNew(ProviderDocument provider, String field) {
    for (String issuer : provider.issuers()) {
      String other = issuers.putIfAbsent(issuer, provider.name());
      if (other == null) continue;
      findings.error(
          field,
          "the issuer %s is already provider %s's".formatted(issuer, other),
          "A token goes to exactly one provider. Merge the two, or give one another issuer");
    }
  }

  private void prefixIsNew(String prefix, ProviderDocument provider, String field) {
    if (oneBeginsTheOther(prefix, ApiTokenText.PREFIX)) {
      findings.error(
          field,
          "tokens that begin with %s are this service's own".formatted(ApiTokenText.PREFIX),
          "Choose a longer prefix than %s, or another one".formatted(prefix));
    }
    prefixes.entrySet().stream()
        .filter(known -> !known.getValue().equals(provider.name()))
        .filter(known -> oneBeginsTheOther(prefix, known.getKey()))
        .findFirst()
        .ifPresent(known -> prefixIsTaken(prefix, known, field));
    prefixes.putIfAbsent(prefix, provider.name());
  }

  private void prefixIsTaken(String prefix, Map.Entry<String, String> known, String field) {
    findings.error(
        field,
        "a token could begin with %s and with %s, which is provider %s's"
            .formatted(prefix, known.getKey(), known.getValue()),
        "A token goes to exactly one provider. Give the two prefixes of which none begins the"
            + " other, or keep one of the providers");
  }

  private static boolean oneBeginsTheOther(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }

  /** The product's token would be shown to the provider: prefixes are looked at first. */
  private void productHasNoSuch(String prefix, String field) {
    product
        .filter(profile -> couldBegin(profile.personalAccessTokens().shapes(), prefix))
        .ifPresent(
            profile ->
                findings.error(
                    field,
                    "a personal access token of %s may begin with %s too"
                        .formatted(profile.name(), prefix),
                    "Give the whole prefix, with its _ or -; it would be shown to the provider"
                        + " otherwise"));
  }

  private static boolean couldBegin(List<String> shapes, String prefix) {
    String longest = prefix + "A".repeat(LONGEST_PRODUCT_TOKEN);
    return shapes.stream()
        .map(Pattern::compile)
        .anyMatch(
            shape ->
                IntStream.rangeClosed(prefix.length(), LONGEST_PRODUCT_TOKEN)
                    .anyMatch(length -> shape.matches(longest.substring(0, length))));
  }

  private void onlyOne(ProviderDocument provider, String field) {
    if (fallback != null) {
      findings.error(
          field + ".tokens.prefixes",
          "tokens without a known beginning already go to provider %s".formatted(fallback),
          "A token is shown to exactly one provider. Say how this one's begin with tokens:"
              + " {prefixes: [...]}, or put it into a resource of its own");
    }
    fallback = provider.name();
    if (policy.credentialsOrDefault().productOAuth2().policy() == AllowOrDeny.Allow) {
      findings.error(
          "spec.credentials.productOAuth2.policy",
          "tokens without a known beginning already go to provider %s".formatted(provider.name()),
          "Say Deny here, or how the provider's tokens begin with %s.tokens: {prefixes: [...]}"
              .formatted(field));
    }
  }
}
