package dev.apiauth.sidecar.explain;

import dev.apiauth.policy.decide.CompiledProvider;
import dev.apiauth.policy.decide.Verification;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.token.ClaimRules;
import dev.apiauth.policy.token.CompactJws;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.policy.token.TokenRules;
import dev.apiauth.sidecar.explain.ExplainOptions.Asking;
import dev.apiauth.sidecar.pipeline.TokenProof;
import io.vertx.core.Future;
import java.time.InstantSource;

/**
 * Judges a token whose keys cannot be had by what it says of itself: every rule but the signature.
 * For explanations alone; nothing that was proven this way may be let through. Used for one
 * request.
 */
final class TakenAtItsWord implements TokenProof {

  private final TokenProof real;
  private final InstantSource clock;
  private final Asking asking;
  private boolean happened;

  /**
   * Beside the real proof.
   *
   * @param asking only where nobody is asked, silence means that a token's own word is taken
   */
  TakenAtItsWord(TokenProof real, InstantSource clock, Asking asking) {
    this.real = real;
    this.clock = clock;
    this.asking = asking;
  }

  @Override
  public Future<Outcome<TokenClaims>> claims(CompiledProvider provider, String token) {
    return real.claims(provider, token).map(outcome -> orItsWord(outcome, provider, token));
  }

  /** Whether a signature was left unchecked. */
  boolean happened() {
    return happened;
  }

  private Outcome<TokenClaims> orItsWord(
      Outcome<TokenClaims> outcome, CompiledProvider provider, String token) {
    boolean silent =
        asking == Asking.NOBODY
            && outcome instanceof Outcome.Refused<TokenClaims>(var refusal)
            && refusal.reason() == Reason.PROVIDER_SILENT;
    if (!silent || !(provider.verification() instanceof Verification.BySignature signed)) {
      return outcome;
    }
    happened = true;
    TokenRules rules = signed.rules();
    return CompactJws.read(token, rules.maxLength())
        .then(
            jws ->
                jws.claims()
                    .then(
                        claims -> ClaimRules.check(jws.header(), claims, rules, clock.instant())));
  }
}
