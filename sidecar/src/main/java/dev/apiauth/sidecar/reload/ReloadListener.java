package dev.apiauth.sidecar.reload;

/**
 * Told on the reloader's thread, after the fact. Must not block for long: the next reload waits.
 *
 * @param <P> the compiled form of a policy
 */
public interface ReloadListener<P> {

  /** This policy has come into force. */
  void accepted(ActivePolicy<P> active);

  /** A set was refused; told once for each, however often it is looked at. */
  void rejected(Rejection rejection);
}
