package dev.apiauth.sidecar.forward;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.util.Optional;

/** Reads an answer's body up to a bound, and not one octet further. */
final class BoundedAnswer {

  private final Promise<Optional<Buffer>> read = Promise.promise();
  private final Buffer body = Buffer.buffer();
  private final HttpClientResponse received;
  private final int most;

  private BoundedAnswer(HttpClientResponse received, int most) {
    this.received = received;
    this.most = most;
  }

  /**
   * The body.
   *
   * @param most its longest length in octets
   * @return completes with all of it, or with empty where it is longer, and the connection is given
   *     up; fails when the connection ends before
   */
  static Future<Optional<Buffer>> of(HttpClientResponse received, int most) {
    var bounded = new BoundedAnswer(received, most);
    received
        .handler(bounded::piece)
        .exceptionHandler(bounded.read::tryFail)
        .endHandler(ended -> bounded.read.tryComplete(Optional.of(bounded.body)));
    return bounded.read.future();
  }

  private void piece(Buffer piece) {
    if (body.length() + piece.length() <= most) body.appendBuffer(piece);
    else if (read.tryComplete(Optional.empty())) received.request().reset();
  }
}
