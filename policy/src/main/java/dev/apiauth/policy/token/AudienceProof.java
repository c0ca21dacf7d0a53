package dev.apiauth.policy.token;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The proof that a token was issued for this service and not for another one of the same provider
 * (J19; RFC 9700, section 2.3).
 *
 * @param claim {@code aud}, or what takes its place at the provider ({@code client_id} at Cognito,
 *     {@code azp} at Keycloak without an audience mapper)
 * @param accepted our identifiers, at least one; compared exactly
 */
public record AudienceProof(ClaimPath claim, Set<String> accepted) {

  /** Keeps a copy; an empty set would accept nothing and is a mistake. */
  public AudienceProof {
    accepted = Set.copyOf(accepted);
    if (accepted.isEmpty()) {
      throw new IllegalArgumentException("an audience proof without an accepted value");
    }
  }

  /** The proof by the {@code aud} claim (RFC 7519, section 4.1.3). */
  public static AudienceProof byAudience(Set<String> accepted) {
    return new AudienceProof(ClaimPath.of("aud"), accepted);
  }

  /**
   * Whether the claim is a string or an array of strings that has one of ours in it. A missing
   * claim proves nothing.
   */
  boolean holds(TokenClaims claims) {
    return claims.at(claim).flatMap(AudienceProof::values).filter(this::accepts).isPresent();
  }

  private boolean accepts(List<String> values) {
    return values.stream().anyMatch(accepted::contains);
  }

  private static Optional<List<String>> values(JsonValue value) {
    return value.string().map(List::of).or(value::strings);
  }
}
