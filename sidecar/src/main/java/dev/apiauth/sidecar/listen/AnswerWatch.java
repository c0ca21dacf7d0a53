package dev.apiauth.sidecar.listen;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;

/**
 * Watches answers leave, before they are encoded: tells the guard where each begins and ends, and
 * drops what is written after the guard had the last word.
 *
 * <p>An answer that says {@code Connection: close} is the last one: nothing that the client sends
 * afterwards is read, and the connection ends (RFC 9112, section 9.6). While the listener closes,
 * every answer says so (F28).
 */
@SuppressWarnings("FutureReturnValueIgnored") // the writer's promise carries the result
final class AnswerWatch extends ChannelOutboundHandlerAdapter {

  private final ConnectionGuard guard;
  private final Door door;

  /**
   * Whether what is being written is an interim answer (1xx other than 101), which ends nothing.
   */
  private boolean interim;

  /** Whether the answer that is being written says {@code Connection: close}. */
  private boolean last;

  AnswerWatch(ConnectionGuard guard, Door door) {
    this.guard = guard;
    this.door = door;
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (message instanceof HttpResponse answer) {
      begins(answer);
    }
    if (guard.hadTheLastWord()) {
      ReferenceCountUtil.release(message);
      promise.tryFailure(new ClosedChannelException());
    } else if (message instanceof LastHttpContent && !interim) {
      ends(ctx, message, promise);
    } else {
      ctx.write(message, promise);
    }
  }

  private void begins(HttpResponse answer) {
    HttpResponseStatus status = answer.status();
    boolean switches = status.code() == HttpResponseStatus.SWITCHING_PROTOCOLS.code();
    interim = status.codeClass() == HttpStatusClass.INFORMATIONAL && !switches;
    if (switches) {
      guard.standAside();
    } else if (!interim) {
      guard.answerBegins();
      last = saysClose(answer.headers());
    }
  }

  private boolean saysClose(HttpHeaders headers) {
    if (door.isClosing()) {
      headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
      return true;
    }
    return headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
  }

  private void ends(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (last) {
      ctx.write(message, promise.unvoid().addListener(ChannelFutureListener.CLOSE));
      guard.lastAnswered();
    } else {
      ctx.write(message, promise);
      guard.answered();
    }
  }
}
