package dev.apiauth.operator;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done again and again, in one thread. A round that fails does not end the next ones. */
final class Housekeeping implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("housekeeping").daemon().factory());

  /**
   * Does something for the first time after that pause, and then from end to beginning.
   *
   * @param name what it is, for the log
   */
  void every(Duration pause, String name, Runnable work) {
    var _ =
        timer.scheduleWithFixedDelay(
            () -> attempt(name, work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void attempt(String name, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("{} failed and is tried again: {}", name, e.toString());
    }
  }

  /** Begins no further round. */
  @Override
  public void close() {
    timer.shutdownNow();
  }
}
