package dev.apiauth.policy.token;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a provider's answer about a token must say: its own words come first, then what a JWT would
 * have to say too (I2, I3).
 *
 * @param issuers what {@code iss} must be where the answer has one; empty for anything
 * @param audience the proof that the token is meant for this service; empty where the resource does
 *     without
 * @param valid what a good token's answer says, all of it
 * @param expiry how the answer tells when the token ends; empty where it does not
 * @param requiredClaims all of which must hold
 * @param maxLength of the token as sent, in characters (J20)
 * @param clockSkew how far the provider's clock and ours may differ (J17)
 */
public record AnswerRules(
    Set<String> issuers,
    Optional<AudienceProof> audience,
    List<ClaimTest> valid,
    Optional<TokenExpiry> expiry,
    List<RequiredClaim> requiredClaims,
    int maxLength,
    Duration clockSkew) {

  /** Keeps copies. */
  public AnswerRules {
    issuers = Set.copyOf(issuers);
    valid = List.copyOf(valid);
    requiredClaims = List.copyOf(requiredClaims);
  }

  /**
   * Applies every rule, the provider's own words first.
   *
   * @param claims the provider's answer about this very token
   * @param now by which times are judged, and seconds that are left are counted
   * @return the claims and their end; {@link Reason#TOKEN_INACTIVE} if the provider does not call
   *     the token good, else the first other reason against them
   */
  public Outcome<AnsweredToken> check(TokenClaims claims, Instant now) {
    return AnswerTimes.of(claims, expiry)
        .then(times -> AnswerCheck.check(new AnswerCheck.Evidence(claims, times, this, now)));
  }
}
