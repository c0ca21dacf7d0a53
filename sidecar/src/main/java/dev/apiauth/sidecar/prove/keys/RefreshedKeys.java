package dev.apiauth.sidecar.prove.keys;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.sidecar.prove.jws.KeySet;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keys that are fetched, ahead of need and never twice at a time.
 *
 * <p>Somebody calls {@link #tick} about every second; that alone fetches what is due and forgets
 * what is too old, so that a reader only reads. Requests cause a fetch in two cases: there are no
 * keys yet, or none that fits.
 */
final class RefreshedKeys implements ProviderKeys {

  private static final Future<Void> NOTHING_TO_WAIT_FOR = Future.succeededFuture();

  private final String name;
  private final KeySource source;
  private final RefreshClock clock;
  private final CallersContext callers;
  private final KeyLog log;

  private final ReentrantLock lock = new ReentrantLock();
  private final FetchGate gate;
  private Optional<Promise<Void>> ongoing = Optional.empty();
  private Runnable stopTicking = () -> {};

  private volatile HeldKeys held = HeldKeys.NONE;

  RefreshedKeys(
      String name,
      KeySource source,
      KeyFreshness freshness,
      RefreshClock clock,
      CallersContext callers) {
    this.name = name;
    this.source = source;
    this.clock = clock;
    this.callers = callers;
    this.log = new KeyLog(name);
    this.gate = new FetchGate(freshness, clock);
  }

  @Override
  public Optional<KeySet> current() {
    return held.keys();
  }

  @Override
  public Future<Outcome<KeySet>> available() {
    return current()
        .map(keys -> Future.succeededFuture(Outcome.pass(keys)))
        .orElseGet(() -> callers.await(locked(this::firstFetch)).map(done -> orSilent()));
  }

  private Future<Void> firstFetch() {
    return gate.isDue() ? join(source::fetch) : joinOngoing();
  }

  private Outcome<KeySet> orSilent() {
    return current().map(Outcome::pass).orElseGet(this::silent);
  }

  private Outcome<KeySet> silent() {
    Duration wait = locked(gate::untilDue);
    return Refusal.of(Reason.PROVIDER_SILENT)
        .retryAfter(wait)
        .finding("no keys of provider " + name)
        .asOutcome();
  }

  @Override
  public Future<KeySet> newerThan(KeySet seen) {
    return callers.await(locked(() -> refetch(seen))).map(done -> current().orElse(seen));
  }

  private Future<Void> refetch(KeySet seen) {
    if (current().filter(keys -> keys != seen).isPresent()) {
      return NOTHING_TO_WAIT_FOR;
    }
    return ongoing.isPresent() || gate.admitsUnknownKey()
        ? join(source::fetchAgain)
        : NOTHING_TO_WAIT_FOR;
  }

  /** Fetches what is due, forgets what is too old. */
  void tick() {
    locked(
        () -> {
          if (gate.isTooOld() && current().isPresent()) {
            held = held.forgotten();
          }
          return gate.isDue() ? join(source::fetch) : NOTHING_TO_WAIT_FOR;
        });
  }

  private Future<Void> joinOngoing() {
    return ongoing.map(Promise::future).orElse(NOTHING_TO_WAIT_FOR);
  }

  private Future<Void> join(Supplier<Future<KeyFetch>> fetch) {
    if (ongoing.isEmpty()) {
      Promise<Void> done = Promise.promise();
      ongoing = Optional.of(done);
      fetch.get().onComplete(result -> finish(done, outcome(result)));
      return done.future();
    }
    return joinOngoing();
  }

  private static KeyFetch outcome(AsyncResult<KeyFetch> result) {
    return result.succeeded()
        ? result.result()
        : new KeyFetch.Failed(
            "The fetch broke off (" + result.cause().getClass().getSimpleName() + ").");
  }

  private void finish(Promise<Void> done, KeyFetch fetch) {
    locked(
        () -> {
          ongoing = Optional.empty();
          take(fetch);
          return NOTHING_TO_WAIT_FOR;
        });
    done.complete();
  }

  private void take(KeyFetch fetch) {
    log.fetched(fetch);
    switch (fetch) {
      case KeyFetch.Fetched(KeySet keys) -> {
        gate.succeeded();
        held = held.fetched(keys, clock.instant());
      }
      case KeyFetch.Failed(String because) -> {
        gate.failed();
        held = held.failed(because);
      }
    }
  }

  @Override
  public ProviderState state() {
    return held.state(name);
  }

  /** Remembers how to end the ticking. */
  void tickedBy(Runnable stop) {
    stopTicking = stop;
  }

  @Override
  public void close() {
    stopTicking.run();
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
