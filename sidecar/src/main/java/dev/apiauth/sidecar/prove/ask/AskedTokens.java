package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.token.AnswerRules;
import dev.apiauth.policy.token.AnsweredToken;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.prove.ProviderVerifier;
import dev.apiauth.sidecar.prove.TokenDigest;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;

/** Proves tokens by asking their provider about each. */
final class AskedTokens implements ProviderVerifier {

  /** F4: what a request waits for the proof, all in all. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final TokenQuestion question;
  private final AnswerRules rules;
  private final Lookups lookups;
  private final RememberedAnswers answers;

  AskedTokens(
      TokenQuestion question, AnswerRules rules, Lookups lookups, RememberedAnswers answers) {
    this.question = question;
    this.rules = rules;
    this.lookups = lookups;
    this.answers = answers;
  }

  @Override
  public Future<Outcome<TokenClaims>> claims(String token, Instant now) {
    if (token.length() > rules.maxLength()) {
      return Future.succeededFuture(
          Refusal.of(Reason.TOKEN_MALFORMED)
              .finding("J20: longer than " + rules.maxLength() + " characters")
              .asOutcome());
    }
    return answers.of(TokenDigest.of(token), now, () -> ask(token, now));
  }

  private Future<Asked<AnsweredToken>> ask(String token, Instant now) {
    return Asked.within(PATIENCE, question.ask(token))
        .map(told -> told.then(claims -> Asked.of(rules.check(claims, now))))
        .compose(judged -> judged.await(proven -> lookups.complete(token, proven)));
  }
}
