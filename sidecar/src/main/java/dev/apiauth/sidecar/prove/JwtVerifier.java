package dev.apiauth.sidecar.prove;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.token.TokenRules;
import dev.apiauth.sidecar.prove.jws.KeySelection;
import dev.apiauth.sidecar.prove.jws.KeySet;
import dev.apiauth.sidecar.prove.jws.StrictJws;
import dev.apiauth.sidecar.prove.jws.VerificationKey;
import dev.apiauth.sidecar.prove.keys.ProviderKeys;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Proves the JWTs of one provider: form, key, signature, claims, in this order.
 *
 * <p>A token that was proven before is answered at once. Of a new one the form and the key are
 * looked at on the caller's thread, the signature on a worker; it waits for the provider only if
 * there are no keys yet, or none of the token's name. Thread-safe; futures complete on the caller's
 * context.
 */
public final class JwtVerifier {

  private final TokenRules rules;
  private final TokenCheck check;
  private final ProviderKeys keys;
  private final ProvenTokens proven;
  private final WorkerExecutor workers;

  /**
   * A verifier for the provider that has these rules and keys.
   *
   * @param proven shared by all verifiers
   * @param workers where signatures are checked, about as many threads as there are processors
   */
  public JwtVerifier(
      TokenRules rules, ProviderKeys keys, ProvenTokens proven, WorkerExecutor workers) {
    this.rules = rules;
    this.check = new TokenCheck(rules);
    this.keys = keys;
    this.proven = proven;
    this.workers = workers;
  }

  /**
   * Proves {@code token}, or says why it cannot be.
   *
   * @param now the instant of the request, by which the token's times are judged
   * @return already complete for a token that was proven before or is malformed
   */
  public Future<Outcome<VerifiedToken>> verify(String token, Instant now) {
    TokenDigest digest = TokenDigest.of(token);
    return known(digest, now)
        .map(Future::succeededFuture)
        .orElseGet(() -> prove(token, digest, now));
  }

  /**
   * What is known of a token without asking anybody. An entry counts only while the key that proved
   * it is among the provider's keys.
   *
   * @return empty if it has to be proven, again or for the first time
   */
  public Optional<Outcome<VerifiedToken>> known(TokenDigest digest, Instant now) {
    Optional<VerifiedToken> found = proven.find(digest, rules);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    VerifiedToken token = found.get();
    if (keys.current().filter(set -> set.holds(token.provenBy())).isEmpty()) {
      proven.forget(digest);
      return Optional.empty();
    }
    return Optional.of(inTime(token, now));
  }

  private Outcome<VerifiedToken> inTime(VerifiedToken token, Instant now) {
    return token
        .lifetime()
        .refusal(now, rules.clockSkew())
        .map(Refusal::<VerifiedToken>asOutcome)
        .orElseGet(() -> Outcome.pass(token));
  }

  private Future<Outcome<VerifiedToken>> prove(String text, TokenDigest digest, Instant now) {
    return whenPassed(check.read(text, digest, now), this::proveWithKeys);
  }

  private Future<Outcome<VerifiedToken>> proveWithKeys(TokenCandidate candidate) {
    return keys.available().compose(found -> whenPassed(found, set -> prove(candidate, set)));
  }

  private Future<Outcome<VerifiedToken>> prove(TokenCandidate candidate, KeySet set) {
    return switch (check.select(candidate, set)) {
      case KeySelection.Chosen(VerificationKey key) -> prove(candidate, key);
      case KeySelection.Unfit(String because) -> refused(because);
      case KeySelection.Unknown() ->
          keys.newerThan(set).compose(newer -> proveWithNewer(candidate, newer));
    };
  }

  /** The provider may have rotated its keys; what is unknown now stays unknown. */
  private Future<Outcome<VerifiedToken>> proveWithNewer(TokenCandidate candidate, KeySet newer) {
    return switch (check.select(candidate, newer)) {
      case KeySelection.Chosen(VerificationKey key) -> prove(candidate, key);
      case KeySelection.Unfit(String because) -> refused(because);
      case KeySelection.Unknown() -> refused("J12: the key is unknown");
    };
  }

  private Future<Outcome<VerifiedToken>> prove(TokenCandidate candidate, VerificationKey key) {
    return workers.executeBlocking(() -> check.prove(candidate, key).map(kept(candidate)), false);
  }

  private Function<VerifiedToken, VerifiedToken> kept(TokenCandidate candidate) {
    return token -> {
      proven.keep(candidate.digest(), rules, token, candidate.length(), candidate.now());
      return token;
    };
  }

  private static Future<Outcome<VerifiedToken>> refused(String finding) {
    return Future.succeededFuture(StrictJws.untrusted(finding));
  }

  private static <T> Future<Outcome<VerifiedToken>> whenPassed(
      Outcome<T> outcome, Function<T, Future<Outcome<VerifiedToken>>> next) {
    return switch (outcome) {
      case Outcome.Pass<T>(T value) -> next.apply(value);
      case Outcome.Refused<T>(Refusal refusal) -> Future.succeededFuture(refusal.asOutcome());
    };
  }
}
