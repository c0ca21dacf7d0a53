package dev.apiauth.sidecar.reload;

import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.document.PolicySet;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  private static final Logger LOG = LoggerFactory.getLogger(PolicyReloader.class);
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  /** So many times the debounce is waited at most while files do not come to rest. */
  private static final int MOST_DEBOUNCES = 4;

  private final PolicySupply supply;
  private final ReloadTimes times;
  private final PolicyLoader<P> loader;
  private final Thread thread;
  private volatile boolean closed;

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
    this.supply = supply;
    this.times = times;
    this.loader =
        new PolicyLoader<>(supply, compiler, clock, times.grace(), new AllListeners<>(listeners));
    this.thread = Thread.ofPlatform().name("policy-reload").daemon().unstarted(this::keepLooking);
  }

  /**
   * Looks once, on the caller's thread, so that a good policy is in force when this returns; then
   * goes on looking on a thread of its own. Call it once.
   */
  public void start() {
    look();
    thread.start();
  }

  /** The policy in force; empty until there was a good one. Costs one volatile read. */
  public Optional<ActivePolicy<P>> active() {
    return loader.active();
  }

  /** What was refused last since the start, even if a good one followed. */
  public Optional<Rejection> lastRejection() {
    return loader.lastRejection();
  }

  private void keepLooking() {
    try (PathWatch watch = PathWatch.open()) {
      while (!closed) {
        watch.watch(supply.watched()); // before the look, so that no change falls in between
        var look = look();
        if (watch.awaitChange(patience(look))) awaitRest(watch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("the watch on the policy's files cannot be closed", e);
    }
  }

  private PolicyLoader.Look look() {
    try {
      return loader.look();
    } catch (RuntimeException e) {
      LOG.error("looking for a policy failed, the one in force stays", e);
      return PolicyLoader.Look.SETTLED;
    }
  }

  private Duration patience(PolicyLoader.Look look) {
    return switch (look) {
      case SETTLED -> times.poll();
      case UNSETTLED -> times.retry();
    };
  }

  private void awaitRest(PathWatch watch) throws InterruptedException {
    int debounces = 1;
    while (watch.awaitChange(times.debounce()) && debounces < MOST_DEBOUNCES) debounces++;
  }

  /** Stops looking; what is in force stays in force. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      if (thread.isAlive()) thread.join(FAREWELL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
