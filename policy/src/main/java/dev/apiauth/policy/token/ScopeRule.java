package dev.apiauth.policy.token;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import java.util.Set;
import java.util.TreeSet;

/**
 * The scopes without which a provider's tokens may not be used here (RFC 6750, section 3.1, {@code
 * insufficient_scope}).
 *
 * @param claim where the provider names them, if not in one of the usual claims
 * @param allOf every one of which the token must have; none: nothing is asked
 */
public record ScopeRule(ClaimPath claim, Set<String> allOf) {

  /** Keeps a copy. */
  public ScopeRule {
    allOf = Set.copyOf(allOf);
  }

  /** The claims, or {@link Reason#SCOPE_MISSING} with the names of what is missing as finding. */
  public Outcome<TokenClaims> check(TokenClaims claims) {
    var missing = new TreeSet<>(allOf);
    missing.removeAll(TokenScopes.of(claims, claim));
    return missing.isEmpty()
        ? Outcome.pass(claims)
        : Refusal.of(Reason.SCOPE_MISSING)
            .finding("missing: " + String.join(" ", missing))
            .asOutcome();
  }
}
