package dev.apiauth.sidecar.identity;

import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.SessionCookies;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Session cookies, proven by the product's own answer. */
public final class ProbedSessions implements SessionProof {

  private static final Duration FRESH = Duration.ofSeconds(60);

  private final ProbeCache<String, Optional<String>> users;

  /**
   * Asks that product.
   *
   * @param probe asks "who am I"
   * @param clock tells how old an answer is
   */
  public ProbedSessions(ProductProbe probe, InstantSource clock) {
    this.users =
        new ProbeCache<>(
            (cookies, policy) -> probe.whoAmI(new Caller.Cookies(cookies), policy),
            Optional::isPresent,
            clock,
            FRESH);
  }

  @Override
  public Future<Outcome<String>> userOf(SessionCookies cookies, CompiledPolicy policy) {
    return users
        .ask(String.join("; ", cookies.pairs()), policy)
        .map(
            answer ->
                answer.then(
                    user ->
                        user.map(Outcome::pass)
                            .orElseGet(() -> Outcome.refuse(Reason.SESSION_UNKNOWN))));
  }
}
