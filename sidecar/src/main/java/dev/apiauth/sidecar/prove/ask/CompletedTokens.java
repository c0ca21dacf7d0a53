package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.token.AnsweredToken;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.prove.JwtVerifier;
import dev.apiauth.sidecar.prove.ProviderVerifier;
import dev.apiauth.sidecar.prove.TokenDigest;
import dev.apiauth.sidecar.prove.VerifiedToken;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/**
 * Proves tokens by their signature and asks the provider for the rest, where the policy needs more
 * than a token says.
 */
final class CompletedTokens implements ProviderVerifier {

  private final JwtVerifier signatures;
  private final Optional<Completion> completion;
  private final Lookups lookups;
  private final RememberedAnswers answers;

  CompletedTokens(
      JwtVerifier signatures,
      Optional<Completion> completion,
      Lookups lookups,
      RememberedAnswers answers) {
    this.signatures = signatures;
    this.completion = completion;
    this.lookups = lookups;
    this.answers = answers;
  }

  @Override
  public Future<Outcome<TokenClaims>> claims(String token, Instant now) {
    return signatures
        .verify(token, now)
        .compose(
            verified ->
                switch (verified) {
                  case Outcome.Pass<VerifiedToken>(VerifiedToken proven) ->
                      complete(token, proven, now);
                  case Outcome.Refused<VerifiedToken>(Refusal refusal) ->
                      Future.succeededFuture(refusal.asOutcome());
                });
  }

  private Future<Outcome<TokenClaims>> complete(String token, VerifiedToken proven, Instant now) {
    TokenClaims claims = proven.claims();
    Optional<Completion> needed = completion.filter(asked -> asked.appliesTo(claims));
    if (needed.isEmpty() && lookups.wantNothingFor(claims)) {
      return Future.succeededFuture(lookups.rules().check(claims));
    }
    return answers.of(TokenDigest.of(token), now, () -> ask(needed, token, proven, now));
  }

  private Future<Asked<AnsweredToken>> ask(
      Optional<Completion> needed, String token, VerifiedToken proven, Instant now) {
    var signed = new AnsweredToken(proven.claims(), Optional.of(proven.lifetime().expiresAt()));
    return needed
        .map(asked -> asked.of(token, proven.claims(), now))
        .orElseGet(() -> Future.succeededFuture(Asked.told(signed)))
        .compose(told -> told.await(known -> lookups.complete(token, known)));
  }
}
