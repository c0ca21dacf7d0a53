package dev.apiauth.testkit.playground.cluster;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was started. It is ended in the opposite order, also where the start stopped half-way. */
final class Parts implements AutoCloseable {

  private final Deque<AutoCloseable> running = new ArrayDeque<>();

  /** Remembers it, and returns it. */
  synchronized <T extends AutoCloseable> T add(T part) {
    running.push(part);
    return part;
  }

  /** Ends what still runs. One that does not end cleanly keeps no other from ending. */
  @Override
  public synchronized void close() {
    var unclean = new IllegalStateException("not everything ended cleanly");
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        unclean.addSuppressed(e);
      }
    }
    if (unclean.getSuppressed().length > 0) throw unclean;
  }
}
