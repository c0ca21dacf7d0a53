package dev.apiauth.testkit.kube.pod;

import java.time.Duration;

/** When a pod's time to end is over; every container gets a moment even then, as with a kubelet. */
final class Deadline {

  private static final Duration LEAST = Duration.ofMillis(200);

  private final long nanoTime;

  private Deadline(long nanoTime) {
    this.nanoTime = nanoTime;
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  Duration remaining() {
    var remaining = Duration.ofNanos(nanoTime - System.nanoTime());
    return remaining.compareTo(LEAST) < 0 ? LEAST : remaining;
  }
}
