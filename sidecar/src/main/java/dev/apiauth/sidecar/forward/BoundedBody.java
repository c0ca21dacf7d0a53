package dev.apiauth.sidecar.forward;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** The body of a paused request, which is read as a whole once somebody asks, up to a bound. */
final class BoundedBody {

  private final HttpServerRequest request;
  private Optional<Buffer> whole = Optional.empty();

  BoundedBody(HttpServerRequest request) {
    this.request = request;
  }

  /** The body, if it was read. */
  Optional<Buffer> buffer() {
    return whole;
  }

  /**
   * Reads it, unless that was done before.
   *
   * @param longest the bound in bytes
   * @param excess why a longer one is refused; its sentence names the bound
   * @return completes when it has arrived. Refuses with {@link Reason#MALFORMED_MESSAGE} what ends
   *     before
   */
  Future<Outcome<Buffer>> read(int longest, Reason excess) {
    if (whole.isPresent()) return Future.succeededFuture(within(whole.get(), longest, excess));
    if (announcedLength() > longest) return Future.succeededFuture(Outcome.refuse(excess, longest));
    var promise = Promise.<Outcome<Buffer>>promise();
    var arriving = Buffer.buffer();
    request.handler(
        part -> {
          if (arriving.length() + part.length() > longest) {
            promise.tryComplete(Outcome.refuse(excess, longest));
          } else {
            arriving.appendBuffer(part);
          }
        });
    request.exceptionHandler(
        gone ->
            promise.tryComplete(
                Outcome.refuse(Reason.MALFORMED_MESSAGE, "the body did not arrive whole")));
    request.endHandler(ended -> promise.tryComplete(arrived(arriving)));
    if (request.headers().contains("Expect")) request.response().writeContinue();
    request.resume();
    return promise.future();
  }

  private static Outcome<Buffer> within(Buffer body, int longest, Reason excess) {
    return body.length() > longest ? Outcome.refuse(excess, longest) : Outcome.pass(body);
  }

  private Outcome<Buffer> arrived(Buffer body) {
    whole = Optional.of(body);
    return Outcome.pass(body);
  }

  private long announcedLength() {
    String length = request.getHeader("Content-Length");
    return length == null ? 0 : Long.parseLong(length);
  }
}
