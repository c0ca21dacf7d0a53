package dev.apiauth.sidecar.listen;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.concurrent.PromiseNotifier;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose client is still sending: our side first, the rest when the client has
 * closed or the time is up. A socket closed with octets unread resets the connection, and the
 * answer that is on its way is lost (RFC 9112, section 9.6).
 *
 * <p>Whoever begins one drops what is read from then on.
 */
@SuppressWarnings("FutureReturnValueIgnored") // closing has no outcome to act upon
final class Farewell {

  private final Duration linger;
  private boolean begun;

  Farewell(Duration linger) {
    this.linger = linger;
  }

  boolean hasBegun() {
    return begun;
  }

  /**
   * Begins, unless it has begun.
   *
   * @param lastWrite what is still to leave before our side is closed; not waited for any longer
   *     than the client is
   */
  void begin(ChannelHandlerContext ctx, ChannelFuture lastWrite) {
    if (begun) {
      return;
    }
    begun = true;
    Channel channel = ctx.channel();
    channel.config().setAutoRead(true);
    channel.eventLoop().schedule(() -> ctx.close(), linger.toNanos(), TimeUnit.NANOSECONDS);
    if (channel instanceof DuplexChannel duplex) {
      lastWrite.addListener(written -> duplex.shutdownOutput());
    }
  }

  /** Completes {@code closed} when the connection is closed for good. */
  void whenOver(ChannelHandlerContext ctx, ChannelPromise closed) {
    ctx.channel().closeFuture().addListener(new PromiseNotifier<>(closed.unvoid()));
  }
}
