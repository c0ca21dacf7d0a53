package dev.apiauth.policy.token;

import static dev.apiauth.policy.outcome.Reason.ISSUER_UNKNOWN;
import static dev.apiauth.policy.outcome.Reason.TOKEN_CLAIM_REFUSED;
import static dev.apiauth.policy.outcome.Reason.TOKEN_INACTIVE;
import static dev.apiauth.policy.outcome.Reason.TOKEN_NOT_FOR_US;
import static dev.apiauth.policy.outcome.Reason.TOKEN_SENDER_CONSTRAINED;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rules for a provider's answer, in their order; the first that does not hold is the reason.
 */
final class AnswerCheck {

  /** What is judged, and by what. */
  record Evidence(TokenClaims claims, AnswerTimes times, AnswerRules rules, Instant now) {}

  private static final Refusal OTHER_ISSUER =
      Refusal.of(ISSUER_UNKNOWN).finding("I3: iss is another issuer's");
  private static final Refusal BOUND =
      Refusal.of(TOKEN_SENDER_CONSTRAINED)
          .finding("M2, D2: the token has cnf, proof of possession is not implemented");
  static final Refusal OTHER_AUDIENCE =
      Refusal.of(TOKEN_NOT_FOR_US)
          .finding("I3: none of our identifiers where the audience is proven");

  private static final List<Function<Evidence, Optional<Refusal>>> RULES =
      List.of(
          AnswerCheck::inactive, // First: of a token that is not good, nothing else is true.
          AnswerCheck::issuer,
          AnswerCheck::bound,
          AnswerCheck::audience,
          AnswerCheck::time,
          AnswerCheck::requiredClaims);

  private AnswerCheck() {}

  static Outcome<AnsweredToken> check(Evidence answer) {
    return RULES.stream()
        .flatMap(rule -> rule.apply(answer).stream())
        .findFirst()
        .map(Refusal::<AnsweredToken>asOutcome)
        .orElseGet(
            () ->
                Outcome.pass(new AnsweredToken(answer.claims(), answer.times().end(answer.now()))));
  }

  private static Optional<Refusal> inactive(Evidence answer) {
    return answer.rules().valid().stream()
        .filter(test -> !test.holds(answer.claims()))
        .findFirst()
        .map(
            test ->
                Refusal.of(TOKEN_INACTIVE)
                    .finding("I2: the answer's %s is not a good token's".formatted(test.claim())));
  }

  /** An issuer that is no string is not ours either. */
  private static Optional<Refusal> issuer(Evidence answer) {
    var ours = answer.rules().issuers();
    boolean isOther =
        !ours.isEmpty()
            && answer.claims().has("iss")
            && answer.claims().issuer().filter(ours::contains).isEmpty();
    return isOther ? Optional.of(OTHER_ISSUER) : Optional.empty();
  }

  private static Optional<Refusal> bound(Evidence answer) {
    return answer.claims().has("cnf") ? Optional.of(BOUND) : Optional.empty();
  }

  private static Optional<Refusal> audience(Evidence answer) {
    return answer
        .rules()
        .audience()
        .filter(proof -> !proof.holds(answer.claims()))
        .map(proof -> OTHER_AUDIENCE);
  }

  private static Optional<Refusal> time(Evidence answer) {
    return answer.times().refusal(answer.now(), answer.rules().clockSkew());
  }

  private static Optional<Refusal> requiredClaims(Evidence answer) {
    return missing(answer.rules().requiredClaims(), answer.claims());
  }

  /** The first required claim that does not hold. */
  static Optional<Refusal> missing(List<RequiredClaim> required, TokenClaims claims) {
    return required.stream()
        .filter(claim -> !claim.holds(claims))
        .findFirst()
        .map(claim -> Refusal.of(TOKEN_CLAIM_REFUSED).finding("required claim " + claim.claim()));
  }
}
