package dev.apiauth.sidecar.reload;

import java.time.Duration;

/**
 * How patient a reloader is.
 *
 * @param debounce how long files must be quiet before they are read; a change is read five times
 *     this late at most, however busy the files are
 * @param poll how often is looked without any notice, as a net
 * @param retry how soon a half-written set is looked at again
 * @param grace how long a set may stay half-written before it counts as rejected
 */
public record ReloadTimes(Duration debounce, Duration poll, Duration retry, Duration grace) {

  /** In force within 100 ms of the change; half-written sets have two seconds. */
  public static final ReloadTimes DEFAULT =
      new ReloadTimes(
          Duration.ofMillis(20),
          Duration.ofSeconds(5),
          Duration.ofMillis(50),
          Duration.ofSeconds(2));
}
