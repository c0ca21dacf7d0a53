package dev.apiauth.sidecar.identity;

import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.SessionCookies;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import io.vertx.core.Future;

/** Finds out whose a browser session is, by asking the product. */
@FunctionalInterface
public interface SessionProof {

  /**
   * The user whom the product names for these cookies; the answer is at most 60 s old.
   *
   * @return completes with the name; refuses with {@link Reason#SESSION_UNKNOWN} where the product
   *     names nobody
   */
  Future<Outcome<String>> userOf(SessionCookies cookies, CompiledPolicy policy);
}
