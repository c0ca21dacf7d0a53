package dev.apiauth.sidecar.listen;

import java.time.Duration;

/** Limits that tests can reach. */
final class Limits {

  private static final ListenerLimits FULL = ListenerLimits.DEFAULT;

  private Limits() {}

  /** All waits on clients are {@code wait}; a farewell is half of it. */
  static ListenerLimits withWaits(Duration wait) {
    return new ListenerLimits(
        FULL.requestLineOctets(),
        FULL.headerOctets(),
        FULL.headerLines(),
        FULL.chunkOctets(),
        FULL.pipelined(),
        FULL.connections(),
        FULL.acceptBacklog(),
        wait,
        wait,
        wait,
        wait,
        wait.dividedBy(2));
  }

  static ListenerLimits withConnections(int connections) {
    return new ListenerLimits(
        FULL.requestLineOctets(),
        FULL.headerOctets(),
        FULL.headerLines(),
        FULL.chunkOctets(),
        FULL.pipelined(),
        connections,
        FULL.acceptBacklog(),
        FULL.headWithin(),
        FULL.bodyStall(),
        FULL.keepAlive(),
        FULL.readStall(),
        FULL.linger());
  }
}
