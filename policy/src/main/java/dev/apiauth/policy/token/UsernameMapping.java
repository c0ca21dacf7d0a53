package dev.apiauth.policy.token;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * From a person's token to the product's user. The named claim decides; there is no second one, and
 * {@code sub} never steps in for a claim that is missing (A11).
 *
 * @param claim whose string names the person; a whole number counts as its digits (GitHub's {@code
 *     id})
 * @param transforms applied in this order
 */
public record UsernameMapping(ClaimPath claim, List<UsernameTransform> transforms) {

  /** Keeps a copy. */
  public UsernameMapping {
    transforms = List.copyOf(transforms);
  }

  /**
   * The product's name for the person.
   *
   * @return the name, not yet compared with {@link UsernameBounds}; {@link Reason#USER_UNMAPPED} if
   *     the claim is missing, no name, or unknown to a transform
   */
  public Outcome<String> username(TokenClaims claims) {
    Optional<String> name = claims.at(claim).flatMap(JsonValue::text);
    if (name.isEmpty()) {
      return Refusal.of(Reason.USER_UNMAPPED).finding("no name in claim " + claim).asOutcome();
    }
    for (UsernameTransform transform : transforms) {
      name = name.flatMap(transform::apply);
    }
    return name.map(Outcome::pass)
        .orElseGet(
            () ->
                Refusal.of(Reason.USER_UNMAPPED)
                    .finding("a transform does not know the value of " + claim)
                    .asOutcome());
  }
}
