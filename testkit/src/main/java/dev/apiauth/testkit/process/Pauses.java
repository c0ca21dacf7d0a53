package dev.apiauth.testkit.process;

import java.time.Duration;

/** Waiting for other processes, between two looks. */
public final class Pauses {

  private Pauses() {}

  /**
   * Waits.
   *
   * @throws IllegalStateException if the playground is interrupted meanwhile
   */
  public static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
