package dev.apiauth.testkit.git;

import java.time.Duration;

/**
 * How a run of git ended.
 *
 * @param exit 0 for success
 * @param printed to either stream
 * @param took from its start to its end
 */
public record GitResult(int exit, String printed, Duration took) {

  /**
   * What it printed.
   *
   * @throws IllegalStateException with it, if git failed
   */
  public String orFail() {
    if (exit != 0) {
      throw new IllegalStateException("git ended with %d: %s".formatted(exit, printed));
    }
    return printed;
  }
}
