package dev.apiauth.sidecar.listen;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What all connections of one listener share: its bounds, its voice, who is in, whether it closes.
 */
final class Door {

  private final ListenerLimits limits;
  private final RefusalAnswers answers;
  private final ListenerEvents events;
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean closing;

  Door(ListenerLimits limits, RefusalAnswers answers, ListenerEvents events) {
    this.limits = limits;
    this.answers = answers;
    this.events = events;
  }

  ListenerLimits limits() {
    return limits;
  }

  RefusalAnswers answers() {
    return answers;
  }

  ListenerEvents events() {
    return events;
  }

  /** Counts a connection in, or says that as many are open as may be. */
  boolean admits() {
    if (open.incrementAndGet() <= limits.connections()) {
      return true;
    }
    open.decrementAndGet();
    return false;
  }

  /** Counts an admitted connection out. */
  void left() {
    open.decrementAndGet();
  }

  int open() {
    return open.get();
  }

  /** From now on every answer is the last one of its connection. */
  void close() {
    closing = true;
  }

  boolean isClosing() {
    return closing;
  }
}
