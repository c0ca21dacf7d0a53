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
 * @param overage if one of these holds, the user is in more groups than the token holds
 */
public record GroupsClaim(ClaimPath claim, GroupsEncoding encoding, List<ClaimTest> overage) {

  /** Keeps a copy. */
  public GroupsClaim {
    overage = List.copyOf(overage);
  }

  /**
   * Reads the groups.
   *
   * @return the groups; an empty optional if the token does not tell any, which means unknown and
   *     not none; {@link Reason#GROUPS_UNKNOWN} if the token says that it leaves groups out (Entra
   *     ID does when there are too many), and {@link Reason#TOKEN_CLAIM_REFUSED} if the claim is
   *     there in another shape than the declared one, since a deny list must not be passed by too
   *     many groups or by a misprint
   */
  public Outcome<Optional<Set<String>>> read(TokenClaims claims) {
    Optional<JsonValue> value = claims.at(claim);
    if (value.isEmpty()) {
      return overage.stream().anyMatch(test -> test.holds(claims))
          ? Refusal.of(Reason.GROUPS_UNKNOWN)
              .finding("more groups than " + claim + " holds")
              .asOutcome()
          : Outcome.pass(Optional.empty());
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
