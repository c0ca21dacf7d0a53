package dev.apiauth.policy.token;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a provider's tokens tell the caller's groups.
 *
 * @param claim where they stand
 * @param encoding how they are written
 */
public record GroupsClaim(ClaimPath claim, GroupsEncoding encoding) {

  /**
   * Reads the groups.
   *
   * @return the groups; an empty optional if the token does not tell any, which means unknown and
   *     not none (Entra ID leaves the claim out when there are too many); {@link
   *     Reason#TOKEN_CLAIM_REFUSED} if the claim is there in another shape than the declared one,
   *     since a deny list must not be passed by a misprint
   */
  public Outcome<Optional<Set<String>>> read(TokenClaims claims) {
    Optional<JsonValue> value = claims.at(claim);
    if (value.isEmpty()) {
      return Outcome.pass(Optional.empty());
    }
    return value
        .flatMap(encoding::read)
        .map(names -> Outcome.pass(Optional.of(names(names))))
        .orElseGet(
            () ->
                Refusal.of(Reason.TOKEN_CLAIM_REFUSED)
                    .finding("A10: the shape of " + claim)
                    .asOutcome());
  }

  private static Set<String> names(List<String> groups) {
    var names = new HashSet<>(groups);
    names.remove("");
    return Set.copyOf(names);
  }
}
