package dev.apiauth.testkit.http;

import java.time.Duration;

/** Waiting on purpose. */
final class Pause {

  private Pause() {}

  /** Sleeps; an interrupt ends the sleep and stays set, for the caller's next blocking call. */
  static void of(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
