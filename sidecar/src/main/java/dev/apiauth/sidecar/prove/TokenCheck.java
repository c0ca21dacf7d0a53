package dev.apiauth.sidecar.prove;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.token.ClaimRules;
import dev.apiauth.policy.token.CompactJws;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.policy.token.TokenLifetime;
import dev.apiauth.policy.token.TokenRules;
import dev.apiauth.sidecar.prove.jws.KeySelection;
import dev.apiauth.sidecar.prove.jws.KeySet;
import dev.apiauth.sidecar.prove.jws.StrictJws;
import dev.apiauth.sidecar.prove.jws.VerificationKey;
import java.time.Instant;

/** The steps from text to proof that wait for nobody: form, key, then signature and claims. */
final class TokenCheck {

  private final TokenRules rules;
  private final StrictJws strict;

  TokenCheck(TokenRules rules) {
    this.rules = rules;
    this.strict = new StrictJws(rules.algorithms());
  }

  /** The form; some microseconds. */
  Outcome<TokenCandidate> read(String text, TokenDigest digest, Instant now) {
    return CompactJws.read(text, rules.maxLength())
        .then(token -> candidate(token, text.length(), digest, now));
  }

  private Outcome<TokenCandidate> candidate(
      CompactJws token, int length, TokenDigest digest, Instant now) {
    return strict
        .algorithm(token)
        .map(algorithm -> new TokenCandidate(digest, length, token, algorithm, now));
  }

  /** The key that has to prove it. */
  KeySelection select(TokenCandidate candidate, KeySet set) {
    return set.select(candidate.token().header(), candidate.algorithm());
  }

  /** Signature, then claims; tens to hundreds of microseconds, so off the event loop. */
  Outcome<VerifiedToken> prove(TokenCandidate candidate, VerificationKey key) {
    return strict
        .verify(candidate.token(), candidate.algorithm(), key)
        .then(signed -> signed.token().claims())
        .then(claims -> judge(candidate, claims))
        .then(claims -> verified(candidate, claims, key));
  }

  private Outcome<TokenClaims> judge(TokenCandidate candidate, TokenClaims claims) {
    return ClaimRules.check(candidate.token().header(), claims, rules, candidate.now());
  }

  private static Outcome<VerifiedToken> verified(
      TokenCandidate candidate, TokenClaims claims, VerificationKey key) {
    return TokenLifetime.of(claims)
        .map(lifetime -> new VerifiedToken(candidate.token().header(), claims, lifetime, key));
  }
}
