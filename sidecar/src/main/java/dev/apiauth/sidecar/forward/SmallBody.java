package dev.apiauth.sidecar.forward;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/**
 * Reads an answer's body whole. A body that comes in one piece, as nearly all small ones do, is
 * passed on as it came; only further pieces are copied.
 */
final class SmallBody {

  private final Promise<Buffer> whole = Promise.promise();
  private Buffer read = Buffer.buffer();

  private SmallBody() {}

  /**
   * The body.
   *
   * @return completes when all of it is there; fails when the connection ends before
   */
  static Future<Buffer> of(HttpClientResponse received) {
    var body = new SmallBody();
    received
        .handler(body::piece)
        .exceptionHandler(body.whole::tryFail)
        .endHandler(ended -> body.whole.tryComplete(body.read));
    return body.whole.future();
  }

  private void piece(Buffer piece) {
    read = read.length() == 0 ? piece : Buffer.buffer().appendBuffer(read).appendBuffer(piece);
  }
}
