package dev.apiauth.testkit.kube.pod;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Says once that something is over. Whoever waits meanwhile waits here, so that nobody oversleeps.
 */
final class Ending {

  private final CountDownLatch over = new CountDownLatch(1);

  void announce() {
    over.countDown();
  }

  boolean isAnnounced() {
    return over.getCount() == 0;
  }

  /** Waits until then, and no longer than {@code time}; whether it is over. */
  boolean within(Duration time) {
    try {
      return over.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Waits until then. */
  void await() {
    try {
      over.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
