package dev.apiauth.sidecar.listen;

import io.vertx.core.http.HttpServerRequest;

/** Takes over the requests of one event loop. */
@FunctionalInterface
public interface RequestHandler {

  /**
   * Takes a well-framed request over, on its connection's event loop; must not block.
   *
   * <p>The request is <em>paused</em>: no octet of its body moves until {@code resume()} or {@code
   * fetch(n)}, which like {@code pause()} are for the event loop alone. Nearly nothing is read
   * ahead of it. It must be answered exactly once, or its connection closed. Who answers before the
   * body was read has two ways: resume the request, which drains it and keeps the connection, or
   * answer with {@code Connection: close}. The listener closes after such an answer by itself, as
   * it does after an answer to a request that was never resumed, and goes on reading and dropping
   * for a moment, so that the client gets the answer.
   *
   * <p>Trailers of the request do not arrive here. After an answer with status 101 the connection
   * is no longer HTTP and no longer watched: bounding it is the handler's job.
   *
   * @throws RuntimeException for defects only; answered with 500, the connection is closed
   */
  void handle(HttpServerRequest request);
}
