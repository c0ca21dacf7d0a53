package dev.apiauth.sidecar.identity;

import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import io.vertx.core.Future;
import java.util.Set;

/** Finds out which of the product's own groups somebody is in. */
@FunctionalInterface
public interface ProductGroups {

  /**
   * The groups of a user, asked with a token that was proven to be that user's.
   *
   * @return completes with all of those that the policy names and the user is in; refuses with
   *     {@link Reason#GROUPS_SILENT} where the product gives no whole answer, which is never taken
   *     for no groups
   */
  Future<Outcome<Set<String>>> of(String token, String username, CompiledPolicy policy);
}
