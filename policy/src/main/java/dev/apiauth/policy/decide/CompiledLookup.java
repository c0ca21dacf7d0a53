package dev.apiauth.policy.decide;

import dev.apiauth.policy.document.LookupDocument;
import dev.apiauth.policy.token.ClaimTest;
import dev.apiauth.policy.token.TokenClaims;
import java.util.List;

/**
 * Something else that a provider is asked once a token is proven.
 *
 * @param how how it is asked, and what is taken out of the answer
 * @param when only if one of these holds for the claims that are known; empty for always
 * @param valid what a good answer says, all of it
 */
public record CompiledLookup(LookupDocument how, List<ClaimTest> when, List<ClaimTest> valid) {

  /** The lists are copied. */
  public CompiledLookup {
    when = List.copyOf(when);
    valid = List.copyOf(valid);
  }

  /** Whether it is asked for these claims. */
  public boolean appliesTo(TokenClaims claims) {
    return when.isEmpty() || when.stream().anyMatch(test -> test.holds(claims));
  }

  /** Whether that is a good answer. */
  public boolean accepts(TokenClaims answer) {
    return valid.stream().allMatch(test -> test.holds(answer));
  }
}
