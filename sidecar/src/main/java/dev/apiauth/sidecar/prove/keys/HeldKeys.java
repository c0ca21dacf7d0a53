package dev.apiauth.sidecar.prove.keys;

import dev.apiauth.sidecar.prove.jws.KeySet;
import dev.apiauth.sidecar.prove.keys.ProviderState.Condition;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a provider at one moment; replaced as a whole, so that readers need no lock.
 *
 * @param keys that are trusted
 * @param lastSuccess when they were fetched
 * @param lastError why the last fetch failed, if it did
 */
record HeldKeys(Optional<KeySet> keys, Optional<Instant> lastSuccess, Optional<String> lastError) {

  static final HeldKeys NONE = new HeldKeys(Optional.empty(), Optional.empty(), Optional.empty());

  HeldKeys fetched(KeySet fresh, Instant now) {
    return new HeldKeys(Optional.of(fresh), Optional.of(now), Optional.empty());
  }

  /** The earlier keys stay. */
  HeldKeys failed(String because) {
    return new HeldKeys(keys, lastSuccess, Optional.of(because));
  }

  /** Too old: trusted no longer. */
  HeldKeys forgotten() {
    return new HeldKeys(Optional.empty(), lastSuccess, lastError);
  }

  ProviderState state(String name) {
    return new ProviderState(
        name, condition(), keys.map(KeySet::size).orElse(0), lastSuccess, lastError);
  }

  private Condition condition() {
    if (keys.isEmpty()) {
      return Condition.SILENT;
    }
    return lastError.isPresent() ? Condition.STALE : Condition.READY;
  }
}
