package dev.apiauth.sidecar.listen;

import dev.apiauth.policy.request.ProtocolVersion;
import dev.apiauth.policy.request.RequestHead;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** Turns what Vert.x received into the record that every phase after the listener speaks of. */
public final class RequestHeads {

  private final RequestIds ids;

  public RequestHeads(RequestIds ids) {
    this.ids = ids;
  }

  /**
   * The head of {@code request} under a new id. Only for requests that a {@link ProductListener}
   * handed over: its connections know their peer.
   */
  public RequestHead of(HttpServerRequest request) {
    return new RequestHead(
        ids.next(),
        request.method().name(),
        request.uri(),
        version(request.version()),
        new VertxHeaderFields(request.headers()),
        ListenerLoop.guard(request.connection()).peer());
  }

  private static ProtocolVersion version(HttpVersion version) {
    return switch (version) {
      case HTTP_1_0 -> ProtocolVersion.HTTP_1_0;
      case HTTP_1_1 -> ProtocolVersion.HTTP_1_1;
      default -> throw new IllegalStateException("the listener speaks no " + version);
    };
  }
}
