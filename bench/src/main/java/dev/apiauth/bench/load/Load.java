package dev.apiauth.bench.load;

import java.time.Duration;

/**
 * What is asked of a peer.
 *
 * @param connections kept alive, a request at a time on each
 * @param time how long
 * @param pace how fast
 */
public record Load(int connections, Duration time, Pace pace) {

  /** How fast requests come. */
  public sealed interface Pace {

    /** The next one as soon as the last one was answered. */
    record AsFastAsAnswered() implements Pace {}

    /** About so many a second, at random distances. */
    record PerSecond(int requests) implements Pace {}
  }

  /** The same load, for another time. */
  public Load lasting(Duration other) {
    return new Load(connections, other, pace);
  }

  /** The mean time that a connection waits before its next request. */
  long meanPauseMillis() {
    return switch (pace) {
      case Pace.AsFastAsAnswered() -> 0;
      case Pace.PerSecond(int requests) -> Math.max(1, 1_000L * connections / requests);
    };
  }
}
