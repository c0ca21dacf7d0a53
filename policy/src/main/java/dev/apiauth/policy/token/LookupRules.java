package dev.apiauth.policy.token;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the claims must say once look-ups were put among them: the rules that speak of what a
 * look-up finds, such as Google's hosted domain. All others are applied before anything is looked
 * up.
 *
 * @param audience the proof that the token is meant for this service, where only a look-up has it
 * @param requiredClaims all of which must hold
 */
public record LookupRules(Optional<AudienceProof> audience, List<RequiredClaim> requiredClaims) {

  /** Nothing is asked. */
  public static final LookupRules NONE = new LookupRules(Optional.empty(), List.of());

  /** Keeps a copy. */
  public LookupRules {
    requiredClaims = List.copyOf(requiredClaims);
  }

  /**
   * The rules that can be applied already: a token that fails one of them is refused before
   * anything more is asked for it.
   *
   * @param pending the look-ups that were not made yet
   */
  public LookupRules without(Collection<String> pending) {
    return new LookupRules(
        audience.filter(proof -> !waits(proof.claim(), pending)),
        requiredClaims.stream().filter(claim -> !waits(claim.claim(), pending)).toList());
  }

  private static boolean waits(ClaimPath claim, Collection<String> pending) {
    return pending.stream().anyMatch(claim::leadsInto);
  }

  /** The claims, or the first reason against them. */
  public Outcome<TokenClaims> check(TokenClaims claims) {
    return audience
        .filter(proof -> !proof.holds(claims))
        .map(proof -> AnswerCheck.OTHER_AUDIENCE)
        .or(() -> AnswerCheck.missing(requiredClaims, claims))
        .map(Refusal::<TokenClaims>asOutcome)
        .orElseGet(() -> Outcome.pass(claims));
  }
}
