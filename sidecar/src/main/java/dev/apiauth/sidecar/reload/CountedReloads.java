package dev.apiauth.sidecar.reload;

import dev.apiauth.sidecar.metrics.Metrics;

/**
 * Counts what a reloader does.
 *
 * @param metrics where it is counted
 * @param <P> the compiled form of a policy
 */
public record CountedReloads<P>(Metrics metrics) implements ReloadListener<P> {

  @Override
  public void accepted(ActivePolicy<P> active) {
    metrics.policyAccepted(active.hash(), active.document(), active.loadedAt());
  }

  @Override
  public void rejected(Rejection rejection) {
    metrics.policyRejected();
  }
}
