package dev.apiauth.sidecar.answer;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** The rest of a request that is already answered: read, thrown away, and never waited for long. */
final class UnreadBody {

  /** Long enough for a caller to see the answer while it is still sending. */
  private static final long PATIENCE_MILLIS = 1_000;

  private final HttpServerRequest request;
  private final Vertx vertx;
  private long seen;

  UnreadBody(HttpServerRequest request, Vertx vertx) {
    this.request = request;
    this.vertx = vertx;
  }

  /**
   * Whether the rest may turn out to be short enough to be read. A caller that waits for 100
   * (Continue) may or may not send it after a final answer (RFC 9110, section 10.1.1), so its
   * connection cannot be kept.
   */
  static boolean mayFit(HttpServerRequest request, long bytes) {
    if (request.getHeader(HttpHeaders.EXPECT) != null) return false;
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null || isAtMost(length, bytes);
  }

  private static boolean isAtMost(String length, long bytes) {
    try {
      return Long.parseLong(length) <= bytes;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Reads the rest; closes the connection if it is longer than {@code bytes} or late. */
  void drain(long bytes) {
    long timer = closeWhenLate();
    request.handler(
        buffer -> {
          seen += buffer.length();
          if (seen > bytes) request.connection().close();
        });
    request.endHandler(end -> vertx.cancelTimer(timer));
    request.exceptionHandler(gone -> vertx.cancelTimer(timer));
    request.resume();
  }

  /**
   * Reads on for a while, then closes the connection: with unread bytes in the buffers, TCP would
   * take the answer away from a caller that is still sending (RFC 9112, section 9.6).
   */
  void linger() {
    long timer = closeWhenLate();
    request.handler(buffer -> {});
    request.endHandler(end -> close(timer));
    request.exceptionHandler(gone -> vertx.cancelTimer(timer));
    request.resume();
  }

  private long closeWhenLate() {
    return vertx.setTimer(PATIENCE_MILLIS, late -> request.connection().close());
  }

  private void close(long timer) {
    vertx.cancelTimer(timer);
    request.connection().close();
  }
}
