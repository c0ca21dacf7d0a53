package dev.apiauth.sidecar.prove.keys;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.sidecar.prove.jws.KeySet;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/**
 * Keys that stand in the policy. They are as fresh as the policy is.
 *
 * @param name of the provider
 * @param current the keys; empty if the policy holds no readable set, which {@code resolve} does
 *     not let through
 * @param readAt when the policy was read
 */
record InlineKeys(String name, Optional<KeySet> current, Instant readAt) implements ProviderKeys {

  @Override
  public Future<Outcome<KeySet>> available() {
    return Future.succeededFuture(
        current.map(Outcome::pass).orElseGet(() -> Outcome.refuse(Reason.PROVIDER_SILENT)));
  }

  @Override
  public Future<KeySet> newerThan(KeySet seen) {
    return Future.succeededFuture(current.orElse(seen));
  }

  @Override
  public ProviderState state() {
    return current
        .map(
            keys ->
                new ProviderState(
                    name,
                    ProviderState.Condition.READY,
                    keys.size(),
                    Optional.of(readAt),
                    Optional.empty()))
        .orElseGet(
            () ->
                new ProviderState(
                    name,
                    ProviderState.Condition.SILENT,
                    0,
                    Optional.empty(),
                    Optional.of("The key set in the policy is malformed.")));
  }

  @Override
  public void close() {
    // There is nothing to end.
  }
}
