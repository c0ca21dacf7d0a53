package dev.apiauth.operator.certs;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls {@link Certificates#ensure} every ten seconds, and every second while the API server was
 * not told yet to believe the webhook: no pod is created meanwhile. A round that fails is logged,
 * once as long as it fails in the same way, and does not end the loop.
 */
public final class CertificateLoop implements AutoCloseable {

  /** From the end of one round to the next. */
  static final Duration PAUSE = Duration.ofSeconds(10);

  private static final Duration SHORT_PAUSE = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(CertificateLoop.class);

  private final Runnable round;
  private final Supplier<Duration> pause;
  private final AtomicReference<String> lastFailure = new AtomicReference<>("");
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("certificates").daemon().factory());

  /** Not running yet. */
  public CertificateLoop(Certificates certificates) {
    this(certificates::ensure, () -> certificates.areBelieved() ? PAUSE : SHORT_PAUSE);
  }

  CertificateLoop(Runnable round, Supplier<Duration> pause) {
    this.round = round;
    this.pause = pause;
  }

  /** Begins with a round at once, in a thread of its own. */
  public void start() {
    timer.execute(this::attempt);
  }

  private void attempt() {
    run();
    var _ = timer.schedule(this::attempt, pause.get().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void run() {
    try {
      round.run();
      if (!lastFailure.getAndSet("").isEmpty()) LOG.info("Certificates are up to date again");
    } catch (RuntimeException e) {
      var failure = String.valueOf(e.getMessage());
      if (!failure.equals(lastFailure.getAndSet(failure))) {
        LOG.warn(
            "Certificates cannot be brought up to date, again in {}: {}", pause.get(), failure);
      }
    }
  }

  /** Begins no further round. */
  @Override
  public void close() {
    timer.shutdownNow();
  }
}
