package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.sidecar.metrics.AskResult;
import dev.apiauth.sidecar.metrics.Metrics;
import dev.apiauth.sidecar.prove.keys.ProviderState;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between requests and a provider: nothing is asked while the circuit is open, nor more than
 * so many questions at a time, so that a slow provider takes neither the connections of others nor
 * memory without end. Remembers how asking went.
 */
final class Guard {

  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
  private static final int MOST_AT_A_TIME = 64;

  private final String provider;
  private final Optional<String> hindrance;
  private final CircuitBreaker breaker;
  private final Metrics metrics;
  private final InstantSource clock;
  private final Semaphore places = new Semaphore(MOST_AT_A_TIME);
  private volatile AskHistory history = AskHistory.NONE;

  /**
   * Nothing was asked yet.
   *
   * @param hindrance why the provider cannot be asked at all, if so: a sentence that begins with
   *     "it"
   */
  Guard(
      String provider,
      Optional<String> hindrance,
      CircuitBreaker breaker,
      Metrics metrics,
      InstantSource clock) {
    this.provider = provider;
    this.hindrance = hindrance;
    this.breaker = breaker;
    this.metrics = metrics;
    this.clock = clock;
    if (hindrance.isPresent()) probed(hindrance);
  }

  /**
   * Asks, or refuses to.
   *
   * @param question completes in bounded time
   * @return what was told or denied; {@link Reason#PROVIDER_SILENT} with a time to try again if
   *     there is no answer
   */
  <T> Future<Outcome<T>> ask(Supplier<Future<Asked<T>>> question) {
    if (hindrance.isPresent()) return Future.succeededFuture(silent(hindrance.get()));
    if (!places.tryAcquire()) {
      return Future.succeededFuture(silent("too many questions wait for an answer"));
    }
    if (!breaker.admits()) {
      places.release();
      return Future.succeededFuture(silent("it is not asked: it gave no answer for a while"));
    }
    long began = System.nanoTime();
    return Future.succeededFuture()
        .compose(begin -> question.get())
        .otherwise(defect -> Asked.silent(Asked.sentence(defect)))
        .onComplete(done -> places.release())
        .map(asked -> noted(asked, Duration.ofNanos(System.nanoTime() - began)));
  }

  private <T> Outcome<T> noted(Asked<T> asked, Duration took) {
    return switch (asked) {
      case Asked.Told<T>(T value) -> {
        answered(AskResult.ACCEPTED, took);
        yield Outcome.pass(value);
      }
      case Asked.Denied<T>(Refusal refusal) -> {
        answered(AskResult.REFUSED, took);
        yield refusal.asOutcome();
      }
      case Asked.Silent<T>(String because) -> {
        failed(because, took);
        yield silent(because);
      }
    };
  }

  private void answered(AskResult result, Duration took) {
    breaker.answered();
    AskHistory before = changed(known -> known.answered(clock.instant()));
    if (before.lastError().isPresent()) LOG.info("Provider {}: it answers again", provider);
    metrics.providerAsked(provider, result, took);
  }

  private void failed(String because, Duration took) {
    breaker.failed();
    note(changed(known -> known.failed(because)), because);
    metrics.providerAsked(provider, AskResult.FAILURE, took);
  }

  /** Takes down whether the provider is there. */
  void probed(Optional<String> absence) {
    AskHistory before = changed(known -> known.probed(absence));
    absence.ifPresent(because -> note(before, because));
  }

  /** What it was before. */
  private synchronized AskHistory changed(UnaryOperator<AskHistory> change) {
    AskHistory before = history;
    history = change.apply(before);
    return before;
  }

  private void note(AskHistory before, String because) {
    if (before.lastError().filter(because::equals).isPresent()) return;
    LOG.warn("Provider {}: {}", provider, because);
  }

  private <T> Outcome<T> silent(String because) {
    return Refusal.of(Reason.PROVIDER_SILENT)
        .retryAfter(breaker.untilTrial())
        .finding("provider %s: %s".formatted(provider, because))
        .asOutcome();
  }

  /** Whether it is worth a look whether the provider is there. */
  boolean isInDoubt() {
    return hindrance.isEmpty() && history.isInDoubt();
  }

  ProviderState state() {
    return history.state(provider, breaker);
  }
}
