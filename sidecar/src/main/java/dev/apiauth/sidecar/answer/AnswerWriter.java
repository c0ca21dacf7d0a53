package dev.apiauth.sidecar.answer;

import dev.apiauth.policy.request.HeaderField;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * Writes answers of our own so that the connection stays in step (check B11): what is left of the
 * request is read and thrown away, or the connection ends.
 *
 * <p>The answer never waits for the rest of the request. Call it on the request's event loop, once
 * per request, with no other reader on the request's body.
 */
public final class AnswerWriter {

  /** How much of an unread body is read so that the connection can be kept, in bytes. */
  public static final int DRAINED_BYTES = 64 * 1024;

  private final Vertx vertx;

  public AnswerWriter(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Writes the answer.
   *
   * @return completes when the answer is written; fails if the client went away before that
   */
  public Future<Void> write(HttpAnswer answer, HttpServerRequest request) {
    var fate = fate(answer, request);
    return send(answer, fate, request).onComplete(written -> afterwards(fate, request));
  }

  /**
   * Ends the reading of a request that the product has answered before it was whole: what is left
   * is read and thrown away, or the connection ends. Nothing to do for a request that is whole.
   */
  public void settle(HttpServerRequest request) {
    if (!isReadable(request)) return;
    var rest = new UnreadBody(request, vertx);
    if (UnreadBody.mayFit(request, DRAINED_BYTES)) rest.drain(DRAINED_BYTES);
    else rest.linger();
  }

  private static Future<Void> send(
      HttpAnswer answer, ConnectionFate fate, HttpServerRequest request) {
    HttpServerResponse response = request.response().setStatusCode(answer.status());
    for (HeaderField line : answer.headers()) response.putHeader(line.name(), line.value());
    if (fate == ConnectionFate.CLOSE) response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    return answer.body().isEmpty() ? response.end() : response.end(Buffer.buffer(answer.bytes()));
  }

  private static ConnectionFate fate(HttpAnswer answer, HttpServerRequest request) {
    boolean drainable = request.isEnded() || UnreadBody.mayFit(request, DRAINED_BYTES);
    return drainable ? answer.connection() : ConnectionFate.CLOSE;
  }

  private void afterwards(ConnectionFate fate, HttpServerRequest request) {
    if (isReadable(request)) {
      var rest = new UnreadBody(request, vertx);
      switch (fate) {
        case KEEP -> rest.drain(DRAINED_BYTES);
        case CLOSE -> rest.linger();
      }
    } else if (fate == ConnectionFate.CLOSE) {
      request.connection().close();
    }
  }

  /** What could not be parsed cannot be drained either. */
  private static boolean isReadable(HttpServerRequest request) {
    return !request.isEnded() && request.decoderResult().isSuccess();
  }
}
