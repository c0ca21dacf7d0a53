package dev.apiauth.policy.compile;

import dev.apiauth.policy.credential.ProviderRoutes;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.token.ApiTokenText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compiles which provider a token goes to: every issuer, prefix and remainder has one owner. */
final class RouteCompiler {

  private final Map<String, String> issuers = new HashMap<>();
  private final Map<String, String> prefixes = new HashMap<>();
  private final List<String> unclaimed = new ArrayList<>();

  private RouteCompiler() {}

  static ProviderRoutes routes(List<ProviderDocument> providers) {
    var routes = new RouteCompiler();
    providers.forEach(routes::add);
    if (routes.unclaimed.size() > 1) {
      throw new IllegalArgumentException("two providers without a prefix: " + routes.unclaimed);
    }
    return new ProviderRoutes(
        routes.issuers, routes.prefixes, routes.unclaimed.stream().findFirst());
  }

  private void add(ProviderDocument provider) {
    provider.issuers().forEach(issuer -> claim(issuers, issuer, provider));
    for (String prefix : provider.prefixes()) {
      standsAlone(prefix, provider);
      claim(prefixes, prefix, provider);
    }
    if (provider.issuers().isEmpty() && provider.prefixes().isEmpty()) {
      unclaimed.add(provider.name());
    }
  }

  /** A token that two prefixes begin could go to either. */
  private void standsAlone(String prefix, ProviderDocument provider) {
    if (oneBeginsTheOther(prefix, ApiTokenText.PREFIX)) {
      throw new IllegalArgumentException(
          "the prefix %s of %s is this service's own".formatted(prefix, provider.name()));
    }
    prefixes.forEach(
        (known, owner) -> {
          if (!owner.equals(provider.name()) && oneBeginsTheOther(prefix, known)) {
            throw new IllegalArgumentException(
                "the prefix %s of %s and %s of %s begin alike"
                    .formatted(prefix, provider.name(), known, owner));
          }
        });
  }

  private static boolean oneBeginsTheOther(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }

  private static void claim(Map<String, String> owners, String what, ProviderDocument provider) {
    String other = owners.putIfAbsent(what, provider.name());
    if (other != null) {
      throw new IllegalArgumentException(
          "%s is claimed by %s and %s".formatted(what, other, provider.name()));
    }
  }
}
