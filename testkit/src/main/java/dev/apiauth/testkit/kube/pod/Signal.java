package dev.apiauth.testkit.kube.pod;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one waiting thread; several signals while it is busy count as one. */
final class Signal {

  private final Semaphore given = new Semaphore(0);

  void give() {
    given.release();
  }

  /** Returns at the next signal, at once if one was given since, or when {@code time} is over. */
  void await(Duration time) {
    try {
      if (given.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) given.drainPermits();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
