package dev.apiauth.sidecar.prove.keys;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.sidecar.prove.jws.KeySet;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * The keys of one provider, kept fresh. Shared by all event loops; futures complete on the caller's
 * context.
 */
public interface ProviderKeys extends AutoCloseable {

  /** The keys that are trusted now; never waits, never fetches. Empty if there are none. */
  Optional<KeySet> current();

  /**
   * The keys, waiting for the first fetch if there are none yet.
   *
   * @return completes within five seconds: the keys, or {@link Reason#PROVIDER_SILENT} with a time
   *     to try again
   */
  Future<Outcome<KeySet>> available();

  /**
   * Asks for a newer set than {@code seen}, which does not have a token's key. Fetches at most once
   * for all that ask at the same time, at most twice in a row and then once per 30 s, and not at
   * all while the provider is known not to answer (F7).
   *
   * @return completes within five seconds and never fails: the newest set there is, {@code seen}
   *     itself if nothing newer could be had
   */
  Future<KeySet> newerThan(KeySet seen);

  /** How the keys are doing. */
  ProviderState state();

  /** Ends the refreshing; what is known stays. */
  @Override
  void close();
}
