package dev.apiauth.sidecar.forward;

import dev.apiauth.sidecar.forward.Delivery.Completeness;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.OptionalLong;

/** Sends the body of the product's answer to the client, as it comes. */
final class AnswerBody {

  /** An answer up to this size goes out in one write, head and body together. */
  private static final int SMALL = 32 * 1024;

  private AnswerBody() {}

  /** Sends it; completes when the client has it, or its connection was closed. */
  static Future<Completeness> send(
      HttpClientResponse received, HttpServerRequest request, HttpServerResponse to) {
    if (AnswerFraming.isBodiless(request, received)) {
      return received
          .end()
          .compose(ended -> to.end())
          .transform(done -> completeness(done, request));
    }
    OptionalLong length = AnswerFraming.length(received);
    if (length.isPresent() && length.getAsLong() <= SMALL) {
      return SmallBody.of(received).compose(to::end).transform(done -> completeness(done, request));
    }
    if (length.isEmpty()) to.setChunked(true);
    return received
        .pipe()
        .endOnFailure(false)
        .to(to)
        .transform(done -> completeness(done, request));
  }

  /** A client must not take half an answer for a whole one: the connection ends with it. */
  private static Future<Completeness> completeness(
      AsyncResult<Void> done, HttpServerRequest request) {
    if (done.succeeded()) return Future.succeededFuture(Completeness.WHOLE);
    request.connection().close();
    return Future.succeededFuture(Completeness.CUT);
  }
}
