package dev.apiauth.operator.certs;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls {@link Certificates#ensure} every ten seconds. A round that fails is logged, once as long
 * as it fails in the same way, and does not end the loop.
 */
public final class CertificateLoop implements AutoCloseable {

  /** From the end of one round to the next. */
  static final Duration PAUSE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(CertificateLoop.class);

  private final Runnable round;
  private final Duration pause;
  private final AtomicReference<String> lastFailure = new AtomicReference<>("");
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("certificates").daemon().factory());

  /** Not running yet. */
  public CertificateLoop(Certificates certificates) {
    this(certificates::ensure, PAUSE);
  }

  CertificateLoop(Runnable round, Duration pause) {
    this.round = round;
    this.pause = pause;
  }

  /** Begins with a round at once, in a thread of its own. */
  public void start() {
    var _ = timer.scheduleWithFixedDelay(this::attempt, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void attempt() {
    try {
      round.run();
      if (!lastFailure.getAndSet("").isEmpty()) LOG.info("Certificates are up to date again");
    } catch (RuntimeException e) {
      var failure = String.valueOf(e.getMessage());
      if (!failure.equals(lastFailure.getAndSet(failure))) {
        LOG.warn("Certificates cannot be brought up to date, again in {}: {}", pause, failure);
      }
    }
  }

  /** Begins no further round. */
  @Override
  public void close() {
    timer.shutdownNow();
  }
}
