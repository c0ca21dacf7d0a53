package dev.apiauth.sidecar.listen;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.http.HttpServerRequestInternal;
import io.vertx.core.internal.http.HttpServerRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A request whose demand for its body reaches the socket: see {@link BodyGate}. */
final class GatedRequest extends HttpServerRequestWrapper {

  private final ConnectionGuard guard;
  private final long number;

  GatedRequest(HttpServerRequest request, ConnectionGuard guard, long number) {
    super((HttpServerRequestInternal) request);
    this.guard = guard;
    this.number = number;
  }

  @Override
  public HttpServerRequest pause() {
    super.pause();
    guard.bodyIsNotTaken(number);
    return this;
  }

  @Override
  public HttpServerRequest resume() {
    return fetch(Long.MAX_VALUE);
  }

  /** What is fetched beyond {@code amount} waits in Vert.x, within its bounds. */
  @Override
  public HttpServerRequest fetch(long amount) {
    super.fetch(amount);
    guard.bodyIsTaken(number);
    return this;
  }

  // The wrapper's own answer to these is the request without a gate.

  @Override
  public HttpServerRequest handler(@Nullable Handler<Buffer> handler) {
    super.handler(handler);
    return this;
  }

  @Override
  public HttpServerRequest endHandler(@Nullable Handler<Void> handler) {
    super.endHandler(handler);
    return this;
  }

  @Override
  public HttpServerRequest exceptionHandler(@Nullable Handler<Throwable> handler) {
    super.exceptionHandler(handler);
    return this;
  }

  @Override
  public HttpServerRequest setExpectMultipart(boolean expect) {
    super.setExpectMultipart(expect);
    return this;
  }

  @Override
  public HttpServerRequest uploadHandler(@Nullable Handler<HttpServerFileUpload> handler) {
    super.uploadHandler(handler);
    return this;
  }
}
