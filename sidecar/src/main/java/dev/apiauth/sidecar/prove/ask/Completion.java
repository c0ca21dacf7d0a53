package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.token.AnswerRules;
import dev.apiauth.policy.token.AnsweredToken;
import dev.apiauth.policy.token.ClaimPath;
import dev.apiauth.policy.token.TokenClaims;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks for the claims that a signed token leaves out (Keycloak's lightweight access tokens).
 *
 * @param lacking the claim whose absence means that others are missing too
 * @param question how the provider is asked
 * @param rules what the answer must say
 */
record Completion(ClaimPath lacking, TokenQuestion question, AnswerRules rules) {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  boolean appliesTo(TokenClaims claims) {
    return claims.at(lacking).isEmpty();
  }

  /** The answer, in place of the token's own claims; it must be about the same subject (I6). */
  Future<Asked<AnsweredToken>> of(String token, TokenClaims signed, Instant now) {
    return Asked.within(PATIENCE, question.ask(token))
        .map(
            told ->
                told.then(claims -> ofSameSubject(claims, signed))
                    .then(claims -> Asked.of(rules.check(claims, now))));
  }

  private static Asked<TokenClaims> ofSameSubject(TokenClaims answer, TokenClaims signed) {
    Optional<String> subject = signed.string("sub");
    boolean isOther = subject.isPresent() && !subject.equals(answer.string("sub"));
    return isOther && answer.has("sub")
        ? Asked.denied(Reason.TOKEN_UNTRUSTED, "I6: the answer is about another subject")
        : Asked.told(answer);
  }
}
