package dev.apiauth.policy.token;

import java.util.List;
import java.util.Set;

/**
 * A claim that a token must have, for example the tenant.
 *
 * @param claim where it stands
 * @param anyOf the values of which it must be one; for an array of strings, of which it must hold
 *     one. {@code true} and {@code false} stand for the JSON booleans too
 */
public record RequiredClaim(ClaimPath claim, Set<String> anyOf) {

  /** Keeps a copy. */
  public RequiredClaim {
    anyOf = Set.copyOf(anyOf);
  }

  boolean holds(TokenClaims claims) {
    return claims.at(claim).map(RequiredClaim::values).filter(this::accepts).isPresent();
  }

  private boolean accepts(List<String> values) {
    return values.stream().anyMatch(anyOf::contains);
  }

  private static List<String> values(JsonValue value) {
    return value
        .string()
        .or(() -> value.bool().map(String::valueOf))
        .map(List::of)
        .or(value::strings)
        .orElse(List.of());
  }
}
