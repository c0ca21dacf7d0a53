package dev.apiauth.sidecar.listen;

/** Counts the requests of a connection that have begun and whose answers have not ended (S13). */
final class Exchanges {

  private final int most;
  private int unanswered;
  private boolean answering;

  /** Holds at most {@code most} requests. */
  Exchanges(int most) {
    this.most = most;
  }

  boolean mayBegin() {
    return unanswered < most;
  }

  void requestBegins() {
    unanswered++;
  }

  /** The head of the oldest request's answer leaves. */
  void answerBegins() {
    answering = true;
  }

  /** The oldest request's answer has left. */
  void answerEnds() {
    answering = false;
    unanswered--;
  }

  boolean isIdle() {
    return unanswered == 0;
  }

  /** Whether answers are due before one to the newest request may leave. */
  boolean newestMustWait() {
    return unanswered > 1;
  }

  /** Whether the oldest request may still get an answer: there is one, and none has begun. */
  boolean oldestMayBeAnswered() {
    return unanswered > 0 && !answering;
  }
}
