package dev.apiauth.operator.tokens.decide;

import dev.apiauth.operator.gather.Issuance;
import dev.apiauth.policy.resolve.IssuedToken;
import java.time.Instant;
import java.util.List;

/**
 * All that is known about a token whose spec can be read.
 *
 * @param issuance the token, and what was issued for it
 * @param policy the policy that it names
 * @param others the other tokens of the same user for the same policy, as the policy judges them:
 *     those of resources and those of labelled Secrets
 * @param now when this was found out
 */
public record TokenFacts(
    Issuance issuance, PolicyState policy, List<IssuedToken> others, Instant now) {

  /** The list is copied. */
  public TokenFacts {
    others = List.copyOf(others);
  }

  /** The same once something else was issued. */
  public TokenFacts with(Issuance issued) {
    return new TokenFacts(issued, policy, others, now);
  }

  /** Whether a value was ever made. */
  boolean hasValue() {
    return issuance.status().hash() != null;
  }

  boolean hasEnded() {
    return !now.isBefore(issuance.end());
  }

  String policyName() {
    return issuance.spec().policyRef().name();
  }
}
