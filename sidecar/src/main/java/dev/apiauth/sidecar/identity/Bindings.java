package dev.apiauth.sidecar.identity;

import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Proves whose a personal access token is, before it is used: the product is asked "who am I" with
 * it. The answer is at most {@link #FRESH} old at any use, so that no write leaves on a token that
 * is somebody else's.
 *
 * <p>One probe at a time for a token, however many requests wait for it. Shared by all event loops.
 */
public final class Bindings {

  /** How old a proof may be when it is used. */
  public static final Duration FRESH = Duration.ofSeconds(60);

  private final ProbeCache<String, Optional<String>> owners;

  /**
   * Asks that product.
   *
   * @param probe asks "who am I"
   * @param clock tells how old a proof is
   */
  public Bindings(ProductProbe probe, InstantSource clock) {
    this.owners =
        new ProbeCache<>(
            (token, policy) -> probe.whoAmI(new Caller.Token(token), policy),
            Optional::isPresent,
            clock,
            FRESH);
  }

  /**
   * The user whose token this is.
   *
   * @return completes with the name; refuses with {@link Reason#PRODUCT_TOKEN_DEAD} where the
   *     product does not honour the token
   */
  public Future<Outcome<String>> ownerOf(String token, CompiledPolicy policy) {
    return owners
        .ask(token, policy)
        .map(answer -> answer.then(owner -> named(owner, Reason.PRODUCT_TOKEN_DEAD)));
  }

  /**
   * The user, if the token on file is that user's.
   *
   * @return completes with the name as it was mapped; refuses with {@link Reason#VAULT_ENTRY_DEAD}
   *     or {@link Reason#VAULT_ENTRY_FOREIGN}
   */
  public Future<Outcome<String>> bind(String token, String username, CompiledPolicy policy) {
    return owners
        .ask(token, policy)
        .map(
            answer ->
                answer
                    .then(owner -> named(owner, Reason.VAULT_ENTRY_DEAD))
                    .then(
                        owner ->
                            owner.equalsIgnoreCase(username)
                                ? Outcome.pass(username)
                                : Refusal.of(Reason.VAULT_ENTRY_FOREIGN)
                                    .finding("the product names " + owner)
                                    .asOutcome()));
  }

  /** Forgets what was proven about a token: the product has acted as somebody else with it. */
  public void drop(String token) {
    owners.forget(token);
  }

  private static Outcome<String> named(Optional<String> owner, Reason otherwise) {
    return owner.map(Outcome::pass).orElseGet(() -> Outcome.refuse(otherwise));
  }
}
