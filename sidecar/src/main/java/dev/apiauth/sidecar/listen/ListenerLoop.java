package dev.apiauth.sidecar.listen;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One event loop's share of a listener: its server, its request handler, its connections. */
@SuppressWarnings("FutureReturnValueIgnored") // closing has no outcome to act upon
final class ListenerLoop extends VerticleBase {

  private final Door door;
  private final SocketAddress address;
  private final Supplier<RequestHandler> handlers;
  private @Nullable HttpServer server;

  ListenerLoop(Door door, SocketAddress address, Supplier<RequestHandler> handlers) {
    this.door = door;
    this.address = address;
    this.handlers = handlers;
  }

  @Override
  public Future<?> start() {
    RequestHandler handler = handlers.get();
    HttpServer starting =
        vertx
            .createHttpServer(ServerOptions.within(door.limits()))
            .connectionHandler(this::connected)
            .requestHandler(request -> requested(request, handler))
            .invalidRequestHandler(this::undecodable);
    server = starting;
    return starting.listen(address);
  }

  int port() {
    return server().actualPort();
  }

  /** Accepts nothing more; completes when every connection is closed, at the latest after that. */
  Future<Void> shutdown(Duration finishWithin) {
    return server().shutdown(finishWithin);
  }

  private HttpServer server() {
    return Objects.requireNonNull(server, "not started");
  }

  /**
   * Runs before the first octet is read. The names are those that Vert.x gives its own handlers in
   * the version that is pinned; a version that changes them fails every test of this package.
   */
  private void connected(HttpConnection connection) {
    Channel channel = channel(connection);
    InetAddress peer = ((InetSocketAddress) channel.remoteAddress()).getAddress();
    if (!door.admits()) {
      door.events().connectionRefused(peer);
      channel.close();
      return;
    }
    channel.closeFuture().addListener(closed -> door.left());
    connection.exceptionHandler(failure -> failed(peer, failure));
    ConnectionGuard guard = new ConnectionGuard(door, channel, peer);
    ChannelPipeline pipeline = channel.pipeline();
    pipeline.addBefore("httpDecoder", "guard", guard);
    pipeline.addBefore("handler", "answers", new AnswerWatch(guard, door));
  }

  /** Clients go away; that is no failure. */
  private void failed(InetAddress peer, Throwable failure) {
    if (!(failure instanceof IOException)) {
      door.events().failed(peer, failure);
    }
  }

  private void requested(HttpServerRequest request, RequestHandler handler) {
    ConnectionGuard guard = guard(request.connection());
    request.pause();
    if (isOver(request.connection())) return;
    try {
      handler.handle(new GatedRequest(request, guard, guard.requestIsHandled()));
    } catch (RuntimeException defect) {
      door.events().failed(guard.peer(), defect);
      guard.refuseOldest(Refusal.of(Reason.INTERNAL));
    }
  }

  /**
   * Whether the last answer has left: what the client had sent behind that request must not be
   * carried out, though it was read already (RFC 9112, section 9.6).
   */
  private static boolean isOver(HttpConnection connection) {
    ConnectionGuard guard = channel(connection).pipeline().get(ConnectionGuard.class);
    return guard == null || guard.hadTheLastWord();
  }

  /** What the guard let through and Netty's decoder does not like: none is known. */
  private void undecodable(HttpServerRequest request) {
    guard(request.connection()).refuseOldest(refusal(request.decoderResult().cause()));
  }

  private Refusal refusal(@Nullable Throwable cause) {
    return switch (cause) {
      case TooLongHttpLineException tooLong ->
          Refusal.of(Reason.TARGET_TOO_LONG, door.limits().requestLineOctets());
      case TooLongHttpHeaderException tooLong -> Refusal.of(Reason.HEADERS_TOO_LARGE);
      case null, default -> Refusal.of(Reason.MALFORMED_MESSAGE, "it cannot be decoded");
    };
  }

  /** The guard of a connection of this listener. */
  static ConnectionGuard guard(HttpConnection connection) {
    ConnectionGuard guard = channel(connection).pipeline().get(ConnectionGuard.class);
    return Objects.requireNonNull(guard, "not a connection of a ProductListener");
  }

  private static Channel channel(HttpConnection connection) {
    return ((ConnectionBase) connection).channel();
  }
}
