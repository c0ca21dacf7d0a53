package dev.apiauth.sidecar.listen;

/**
 * Lets a body in as fast as its handler takes it, and no faster (F12). Vert.x alone keeps over two
 * mebibytes of a body that nobody reads, on each connection.
 *
 * <p>Requests are numbered in the order in which they begin, which is the order in which they are
 * handled. Only the newest can have a body that is still coming.
 */
final class BodyGate {

  private final int ahead;
  private long newest;
  private boolean open;
  private long letIn;

  /** Lets {@code ahead} octets in, and what came with them, before a handler asks for any. */
  BodyGate(int ahead) {
    this.ahead = ahead;
  }

  void requestBegins() {
    newest++;
    close(newest);
  }

  /** The handler of {@code request} takes what comes. */
  void open(long request) {
    open |= request == newest;
  }

  /** The handler of {@code request} takes nothing for now. */
  void close(long request) {
    if (request == newest) {
      open = false;
      letIn = 0;
    }
  }

  /** Octets were let in. */
  void letIn(int octets) {
    letIn += octets;
  }

  boolean isOpen() {
    return open;
  }

  /** Whether more of the body may come in. */
  boolean letsMoreIn() {
    return open || letIn < ahead;
  }
}
