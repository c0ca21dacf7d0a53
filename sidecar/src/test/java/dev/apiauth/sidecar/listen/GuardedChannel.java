package dev.apiauth.sidecar.listen;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.net.InetAddress;
import java.time.InstantSource;

/** A connection without a socket: the guard, Netty's decoder, the watch on answers. */
final class GuardedChannel {

  private GuardedChannel() {}

  static EmbeddedChannel open() {
    var answers =
        new RefusalAnswers(
            new PlainRefusalWriter(), new RequestIds("test"), InstantSource.system());
    Door door = new Door(ListenerLimits.DEFAULT, answers, ListenerEvents.NONE);
    EmbeddedChannel channel = new EmbeddedChannel();
    ConnectionGuard guard = new ConnectionGuard(door, channel, InetAddress.getLoopbackAddress());
    channel
        .pipeline()
        .addLast(guard, new HttpRequestDecoder(), new AnswerWatch(guard, door), new InVertxPlace());
    return channel;
  }

  /** Is told of refused messages, and has nothing to give up. */
  private static final class InVertxPlace extends ChannelInboundHandlerAdapter {

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      if (!(cause instanceof RefusedMessageException)) {
        ctx.fireExceptionCaught(cause);
      }
    }
  }
}
