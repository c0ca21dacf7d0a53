package dev.apiauth.operator.tokens.decide;

import dev.apiauth.operator.tokens.decide.TokenDecision.Issue;
import dev.apiauth.operator.tokens.decide.TokenDecision.Leave;
import dev.apiauth.operator.tokens.decide.TokenDecision.Remove;
import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.resolve.ApiTokenAdmission;
import dev.apiauth.policy.resolve.IssuedToken;
import dev.apiauth.policy.resolve.RefusedToken;
import dev.apiauth.policy.resolve.TokenFlaw;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import dev.apiauth.policy.spec.RotationSpec;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Decides what is to be done about a token. The first row that holds:
 *
 * <pre>
 * it ended, and removeAfterExpiry has passed   remove
 * it ended                                     False   Expired
 * its policy is not there                      False   PolicyMissing
 * its policy is not accepted, no value yet     False   PolicyNotAccepted
 * its policy is not accepted                   Unknown PolicyNotAccepted
 * its policy does not accept it                False   NotAccepted, Invalid, UsernameDenied,
 *                                                      LifetimeTooLong, TooManyTokens, IdTwice
 * no value yet, or a new rotation.trigger      issue
 * its last days have come                      True    ExpiresSoon
 * else                                         True    Issued
 * </pre>
 *
 * <p>A value is made only for a token that will be accepted, and what was issued stays issued while
 * a policy is away: nobody has to fetch a new value when it is back.
 */
public final class TokenDecider {

  private TokenDecider() {}

  /** One of the rows above. */
  public static TokenDecision decide(TokenFacts facts) {
    if (Lifespan.of(facts.issuance()).isToBeRemoved(facts.now())) return new Remove();
    if (facts.hasEnded()) return new Leave(TokenVerdict.no(TokenReason.Expired, ended(facts)));
    return switch (facts.policy()) {
      case PolicyState.Missing() -> new Leave(missing(facts));
      case PolicyState.NotAccepted() -> new Leave(notAccepted(facts));
      case PolicyState.Accepted(AtlassianApiAuthSpec spec) ->
          refusal(facts, spec).<TokenDecision>map(Leave::new).orElseGet(() -> accepted(facts));
    };
  }

  private static String ended(TokenFacts facts) {
    return "The token ended at %s. Delete it; whoever still uses it needs a new one."
        .formatted(facts.issuance().end());
  }

  private static TokenVerdict missing(TokenFacts facts) {
    return TokenVerdict.no(
        TokenReason.PolicyMissing,
        ("There is no AtlassianApiAuth %s in this namespace. Create it, or delete the token and"
                + " make one for another policy.")
            .formatted(facts.policyName()));
  }

  private static TokenVerdict notAccepted(TokenFacts facts) {
    String mend =
        "AtlassianApiAuth %s is not accepted; its own conditions say why."
            .formatted(facts.policyName());
    return facts.hasValue()
        ? TokenVerdict.unknown(
            TokenReason.PolicyNotAccepted, mend + " What it last accepted stays in force.")
        : TokenVerdict.no(
            TokenReason.PolicyNotAccepted, mend + " A value is made when it is accepted.");
  }

  /** Asked of the policy as it judges all its tokens, so that both say the same. */
  private static Optional<TokenVerdict> refusal(TokenFacts facts, AtlassianApiAuthSpec policy) {
    IssuedToken own = facts.issuance().claim();
    var all = new ArrayList<>(facts.others());
    all.add(own);
    return ApiTokenAdmission.of(policy, all, facts.now())
        .refusalOf(own)
        .map(refused -> TokenVerdict.no(reason(refused.flaw()), sentence(facts, refused)));
  }

  private static TokenReason reason(TokenFlaw flaw) {
    return switch (flaw) {
      case NOT_TAKEN -> TokenReason.NotAccepted;
      case UNUSABLE -> TokenReason.Invalid;
      case USERNAME_DENIED -> TokenReason.UsernameDenied;
      case LIFETIME_TOO_LONG -> TokenReason.LifetimeTooLong;
      case ENDED -> TokenReason.Expired;
      case ID_TWICE -> TokenReason.IdTwice;
      case TOO_MANY -> TokenReason.TooManyTokens;
    };
  }

  private static String sentence(TokenFacts facts, RefusedToken refused) {
    Problem problem = refused.problemOfToken(facts.policyName());
    return "%s. %s.".formatted(problem.message(), problem.mend());
  }

  private static TokenDecision accepted(TokenFacts facts) {
    return facts.hasValue() && !isToBeRotated(facts)
        ? new Leave(TokenStatusReport.issued(facts))
        : new Issue();
  }

  private static boolean isToBeRotated(TokenFacts facts) {
    RotationSpec rotation = facts.issuance().spec().rotation();
    return rotation != null && !rotation.trigger().equals(facts.issuance().status().trigger());
  }
}
