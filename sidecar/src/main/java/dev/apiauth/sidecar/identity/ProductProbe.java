package dev.apiauth.sidecar.identity;

import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.outcome.Outcome;
import io.vertx.core.Future;
import java.util.Optional;

/** Asks the product "who am I". */
@FunctionalInterface
public interface ProductProbe {

  /**
   * Whom the product takes that caller for.
   *
   * @return completes with the name, or with empty where it is nobody; refuses where the product
   *     cannot be asked
   */
  Future<Outcome<Optional<String>>> whoAmI(Caller caller, CompiledPolicy policy);
}
