package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.token.AnsweredToken;
import dev.apiauth.policy.token.LookupRules;
import dev.apiauth.policy.token.TokenClaims;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/**
 * Whatever else a provider is asked once a token is proven, one look-up after the other: a later
 * one may need what an earlier one found.
 *
 * @param lookups in the order of the policy
 * @param rules what the claims must say in the end
 */
record Lookups(List<Lookup> lookups, LookupRules rules) {

  /** All look-ups of a token together; the first request with a token waits so long at most. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Keeps a copy. */
  Lookups {
    lookups = List.copyOf(lookups);
  }

  /** Whether these claims are complete as they are. */
  boolean wantNothingFor(TokenClaims claims) {
    return lookups.stream().noneMatch(lookup -> lookup.appliesTo(claims));
  }

  /**
   * Puts what is found among the claims.
   *
   * @param token the caller's, which this provider issued
   * @return the claims with everything that the policy needs, judged by the rules that had to wait.
   *     A look-up that fails makes the whole fail: no answer is no group
   */
  Future<Asked<AnsweredToken>> complete(String token, AnsweredToken proven) {
    Future<Asked<TokenClaims>> claims = Future.succeededFuture(judged(proven.claims(), 0));
    for (int at = 0; at < lookups.size(); at++) {
      int made = at + 1;
      Lookup lookup = lookups.get(at);
      claims =
          claims.compose(
              known ->
                  known.await(
                      found ->
                          lookup
                              .addTo(found, token)
                              .map(more -> more.then(added -> judged(added, made)))));
    }
    return Asked.within(PATIENCE, claims)
        .map(complete -> complete.map(found -> new AnsweredToken(found, proven.end())));
  }

  /**
   * Applies what can be applied already: nobody's look-up is made, or fails, for a token that is
   * not good anyway.
   */
  private Asked<TokenClaims> judged(TokenClaims claims, int made) {
    List<String> pending = lookups.stream().skip(made).map(Lookup::name).toList();
    return Asked.of(rules.without(pending).check(claims));
  }
}
