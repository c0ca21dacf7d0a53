package dev.apiauth.sidecar.reload;

import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.document.PolicySet;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Keeps the policy in force up to date with the files that it comes from.
 *
 * <p>Last good wins: a set that is incomplete, unreadable or too large, or that does not compile,
 * changes nothing but {@link #lastRejection}. Until the first good one, nothing is in force. A
 * change is in force within 100 milliseconds on a system that tells of changed files, and within
 * {@link ReloadTimes#poll} elsewhere.
 *
 * @param <P> the compiled form of a policy
 */
public final class PolicyReloader<P> implements AutoCloseable {

  private final PolicyLoader<P> loader;
  private final FileWatcher watcher;

  /**
   * Reads nothing yet.
   *
   * @param supply where policies come from
   * @param compiler makes of a set what decides; a runtime exception rejects the set
   * @param clock tells when a policy came into force
   * @param times how patient it is
   * @param listeners told in this order
   */
  public PolicyReloader(
      PolicySupply supply,
      BiFunction<PolicySet, PolicyHash, P> compiler,
      InstantSource clock,
      ReloadTimes times,
      List<ReloadListener<P>> listeners) {
    this.loader =
        new PolicyLoader<>(supply, compiler, clock, times.grace(), new AllListeners<>(listeners));
    this.watcher = new FileWatcher("policy-reload", supply::watched, loader::look, times);
  }

  /**
   * Looks once, on the caller's thread, so that a good policy is in force when this returns; then
   * goes on looking on a thread of its own. Call it once.
   */
  public void start() {
    watcher.start();
  }

  /** The policy in force; empty until there was a good one. Costs one volatile read. */
  public Optional<ActivePolicy<P>> active() {
    return loader.active();
  }

  /** What was refused last since the start, even if a good one followed. */
  public Optional<Rejection> lastRejection() {
    return loader.lastRejection();
  }

  /** Stops looking; what is in force stays in force. */
  @Override
  public void close() {
    watcher.close();
  }
}
