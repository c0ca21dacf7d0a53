package dev.apiauth.policy.token;

import static dev.apiauth.policy.outcome.Reason.ISSUER_UNKNOWN;
import static dev.apiauth.policy.outcome.Reason.TOKEN_CLAIM_REFUSED;
import static dev.apiauth.policy.outcome.Reason.TOKEN_NOT_AN_ACCESS_TOKEN;
import static dev.apiauth.policy.outcome.Reason.TOKEN_NOT_FOR_US;
import static dev.apiauth.policy.outcome.Reason.TOKEN_SENDER_CONSTRAINED;
import static dev.apiauth.policy.outcome.Reason.TOKEN_TOO_LONG_LIVED;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a token must say once its signature is proven. Each rule is a function with the number of
 * the check that it answers for; the first that does not hold is the reason.
 *
 * <p>Scopes are not among them: a token without the scope is a good token, its caller is told so
 * with 403 ({@link ScopeRule}).
 */
public final class ClaimRules {

  /** One check: why the token is refused, if it is. */
  @FunctionalInterface
  private interface Rule {

    Optional<Refusal> refusal(Evidence evidence);

    /** A rule with one way to fail. */
    static Rule demand(Predicate<Evidence> holds, Reason reason, String finding) {
      Refusal refusal = Refusal.of(reason).finding(finding);
      return evidence -> holds.test(evidence) ? Optional.empty() : Optional.of(refusal);
    }
  }

  private record Evidence(
      TokenHeader header,
      TokenClaims claims,
      TokenLifetime lifetime,
      TokenRules rules,
      Instant now) {}

  private static final List<Rule> RULES =
      List.of(
          // First: another issuer's claims mean something else.
          Rule.demand(
              ClaimRules::isFromIssuer, ISSUER_UNKNOWN, "J18: iss is not the provider's issuer"),
          // Before anything could make a bearer token of it (RFC 8705, RFC 9449).
          Rule.demand(
              ClaimRules::isBearer,
              TOKEN_SENDER_CONSTRAINED,
              "M2, D2: the token has cnf, proof of possession is not implemented"),
          Rule.demand(
              ClaimRules::isAccessToken,
              TOKEN_NOT_AN_ACCESS_TOKEN,
              "A1, A9: the token lacks the mark of the provider's access tokens"),
          Rule.demand(
              ClaimRules::isForUs,
              TOKEN_NOT_FOR_US,
              "J19: none of our identifiers where the audience is proven"),
          ClaimRules::time,
          Rule.demand(
              ClaimRules::isShortLived,
              TOKEN_TOO_LONG_LIVED,
              "J20: the token lives longer than the provider's tokens may"),
          ClaimRules::requiredClaims);

  private ClaimRules() {}

  /**
   * Applies every rule.
   *
   * @param header of the same token
   * @param claims whose signature was verified with a key of this provider
   * @return the claims, or the first reason against them
   */
  public static Outcome<TokenClaims> check(
      TokenHeader header, TokenClaims claims, TokenRules rules, Instant now) {
    return TokenLifetime.of(claims)
        .then(lifetime -> check(new Evidence(header, claims, lifetime, rules, now)));
  }

  private static Outcome<TokenClaims> check(Evidence evidence) {
    return RULES.stream()
        .flatMap(rule -> rule.refusal(evidence).stream())
        .findFirst()
        .map(Refusal::<TokenClaims>asOutcome)
        .orElseGet(() -> Outcome.pass(evidence.claims()));
  }

  private static boolean isFromIssuer(Evidence token) {
    return token.claims().issuer().filter(token.rules().issuers()::contains).isPresent();
  }

  private static boolean isBearer(Evidence token) {
    return !token.claims().has("cnf");
  }

  private static boolean isAccessToken(Evidence token) {
    return token.rules().mark().holds(token.header(), token.claims());
  }

  private static boolean isForUs(Evidence token) {
    return token.rules().audience().stream().allMatch(proof -> proof.holds(token.claims()));
  }

  private static boolean isShortLived(Evidence token) {
    return token.lifetime().length(token.now()).compareTo(token.rules().maxLifetime()) <= 0;
  }

  private static Optional<Refusal> time(Evidence token) {
    return token.lifetime().refusal(token.now(), token.rules().clockSkew());
  }

  private static Optional<Refusal> requiredClaims(Evidence token) {
    return token.rules().requiredClaims().stream()
        .filter(required -> !required.holds(token.claims()))
        .findFirst()
        .map(
            missing ->
                Refusal.of(TOKEN_CLAIM_REFUSED).finding("required claim " + missing.claim()));
  }
}
