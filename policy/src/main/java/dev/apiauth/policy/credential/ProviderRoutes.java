package dev.apiauth.policy.credential;

import java.util.Map;
import java.util.Optional;

/**
 * Which provider a token goes to. A JWT goes by its exact issuer, everything else by how it begins;
 * what nobody claims goes to the one provider that claims nothing, if there is one.
 *
 * @param byIssuer the providers' names by their exact issuers
 * @param byPrefix the providers' names by the beginnings of their tokens; no prefix begins another
 *     one
 * @param fallback the provider whose tokens have neither; empty if there is none
 */
public record ProviderRoutes(
    Map<String, String> byIssuer, Map<String, String> byPrefix, Optional<String> fallback) {

  /** No providers at all. */
  public static final ProviderRoutes NONE =
      new ProviderRoutes(Map.of(), Map.of(), Optional.empty());

  /** Maps are copied. */
  public ProviderRoutes {
    byIssuer = Map.copyOf(byIssuer);
    byPrefix = Map.copyOf(byPrefix);
  }

  /** The providers that issue JWTs of these issuers, and no others. */
  public static ProviderRoutes byIssuer(Map<String, String> byIssuer) {
    return new ProviderRoutes(byIssuer, Map.of(), Optional.empty());
  }

  Optional<String> ofIssuer(String issuer) {
    return Optional.ofNullable(byIssuer.get(issuer));
  }

  Optional<String> ofPrefix(String token) {
    return byPrefix.entrySet().stream()
        .filter(prefix -> token.startsWith(prefix.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
