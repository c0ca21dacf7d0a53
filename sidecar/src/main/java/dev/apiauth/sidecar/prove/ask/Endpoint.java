package dev.apiauth.sidecar.prove.ask;

import io.vertx.core.Future;
import java.util.Optional;

/** Where a provider is asked. */
interface Endpoint {

  /** The URL; waits where it has to be found out first. Never fails. */
  Future<Asked<String>> url();

  /**
   * Whether the provider is there, without showing it anything.
   *
   * @return never fails: what is wrong, a sentence that begins with "it"; empty if nothing is
   */
  Future<Optional<String>> probe();
}
