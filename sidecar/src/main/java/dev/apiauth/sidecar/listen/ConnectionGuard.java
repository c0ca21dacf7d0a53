package dev.apiauth.sidecar.listen;

import static dev.apiauth.sidecar.listen.GuardMode.Settled.ASIDE;
import static dev.apiauth.sidecar.listen.GuardMode.Settled.DONE;
import static dev.apiauth.sidecar.listen.GuardMode.Settled.READING;
import static dev.apiauth.sidecar.listen.Progress.InOrder.COMPLETE;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.sidecar.listen.Deadlines.Wait;
import dev.apiauth.sidecar.listen.GuardMode.Refusing;
import dev.apiauth.sidecar.listen.MessageScanner.Part;
import dev.apiauth.sidecar.listen.Progress.Refused;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.util.ArrayDeque;

/**
 * Stands between the socket and Netty's decoder: passes on what is well-formed, octet by octet in
 * place, and has the last word on the connection at the first octet that is not.
 *
 * <p>Ways out of a connection: the client closes it; Vert.x closes it, after an answer or in a
 * drain; a message is refused, its refusal leaving after the answers to the requests before it; a
 * wait lasts too long; a 101 leaves, and the guard stands aside for good.
 *
 * <p>Belongs to one connection and its event loop; not thread-safe.
 */
@SuppressWarnings("FutureReturnValueIgnored") // closing has no outcome to act upon
final class ConnectionGuard extends ChannelDuplexHandler implements Deadlines.Waiting {

  private final Door door;
  private final Channel channel;
  private final InetAddress peer;
  private final MessageScanner scanner;
  private final Exchanges exchanges;
  private final Deadlines deadlines;
  private final Farewell farewell;
  private final Octets octets = new Octets();

  /** Received, not passed on; empty unless too many requests are unanswered. */
  private final ArrayDeque<ByteBuf> unread = new ArrayDeque<>(2);

  private GuardMode mode = READING;
  private boolean passing;
  private boolean receivedAny;

  ConnectionGuard(Door door, Channel channel, InetAddress peer) {
    this.door = door;
    this.channel = channel;
    this.peer = peer;
    ListenerLimits limits = door.limits();
    scanner = new MessageScanner(limits);
    exchanges = new Exchanges(limits.pipelined());
    deadlines = new Deadlines(channel, limits, this);
    farewell = new Farewell(limits.linger());
  }

  /** The address at the other end of the connection. */
  InetAddress peer() {
    return peer;
  }

  // What comes in.

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (mode == READING) {
      receivedAny = true;
      deadlines.moved();
      unread.add((ByteBuf) message);
      pass(ctx);
      deadlines.review();
    } else if (mode == ASIDE) {
      ctx.fireChannelRead(message);
    } else {
      ReferenceCountUtil.release(message);
    }
  }

  /**
   * Passes on what may be passed on. Not re-entered: an answer that leaves while octets are passed
   * on makes room that this loop sees.
   *
   * <p>Reading needs no stop of its own: with that many requests queued, Vert.x has stopped it.
   */
  private void pass(ChannelHandlerContext ctx) {
    if (passing) {
      return;
    }
    passing = true;
    while (mode == READING && mayGoOn() && !unread.isEmpty()) {
      passFrom(ctx, unread.remove());
    }
    passing = false;
  }

  private boolean mayGoOn() {
    return scanner.part() != Part.NOTHING || exchanges.mayBegin();
  }

  private void passFrom(ChannelHandlerContext ctx, ByteBuf in) {
    octets.over(in);
    int message = octets.index();
    Progress progress = COMPLETE;
    while (octets.remain() && progress == COMPLETE && mayGoOn()) {
      if (scanner.part() == Part.NOTHING) {
        message = octets.index();
        exchanges.requestBegins();
        deadlines.headBegan();
      }
      progress = scanner.scan(octets);
    }
    if (progress instanceof Refused(Refusal refusal)) {
      passUpTo(ctx, in, message);
      refuseNewest(refusal);
    } else {
      passUpTo(ctx, in, octets.index());
    }
  }

  private void passUpTo(ChannelHandlerContext ctx, ByteBuf in, int end) {
    if (end == in.writerIndex()) {
      ctx.fireChannelRead(in);
      return;
    }
    unread.addFirst(in);
    if (end > in.readerIndex()) {
      ctx.fireChannelRead(in.readRetainedSlice(end - in.readerIndex()));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    deadlines.stop();
    dropUnread();
    ctx.fireChannelInactive();
  }

  private void dropUnread() {
    unread.forEach(ByteBuf::release);
    unread.clear();
  }

  // What goes out; told by AnswerWatch.

  /** The head of a final answer is about to leave. */
  void answerBegins() {
    exchanges.answerBegins();
  }

  /** A final answer has left; there may be room for what was not passed on, or for a refusal. */
  void answered() {
    exchanges.answerEnds();
    deadlines.moved();
    if (mode instanceof Refusing || !unread.isEmpty()) {
      channel.eventLoop().execute(this::goOn);
    }
  }

  /** The last answer of the connection has left; whatever else was sent is not looked at. */
  void lastAnswered() {
    exchanges.answerEnds();
    mode = DONE;
    dropUnread();
  }

  private void goOn() {
    ChannelHandlerContext ctx = context();
    if (mode instanceof Refusing(Refusal refusal) && !exchanges.newestMustWait()) {
      haveTheLastWord(ctx, refusal);
    } else if (mode == READING) {
      pass(ctx);
      ctx.fireChannelReadComplete();
    }
  }

  /**
   * A 101 is about to leave. Octets that came after the request, before this answer, would be read
   * as HTTP by the one side and as the new protocol by the other: the connection ends instead.
   */
  void standAside() {
    if (mode == READING && scanner.part() == Part.NOTHING && !exchanges.newestMustWait()) {
      mode = ASIDE;
      deadlines.stop();
    } else {
      mode = DONE;
      channel.close();
    }
  }

  /** Whether whatever others write is to be dropped. */
  boolean hadTheLastWord() {
    return mode == DONE;
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (mode != ASIDE) {
      deadlines.writabilityChanged();
    }
    ctx.fireChannelWritabilityChanged();
  }

  // How it ends.

  /** Refuses the request that is being answered now; for what Vert.x or the handler find. */
  void refuseOldest(Refusal refusal) {
    if (mode == READING || mode instanceof Refusing) {
      haveTheLastWord(context(), refusal);
    }
  }

  private void refuseNewest(Refusal refusal) {
    if (mode != READING) {
      return;
    }
    dropUnread();
    mode = new Refusing(refusal);
    if (!exchanges.newestMustWait()) {
      haveTheLastWord(context(), refusal);
    }
  }

  private void haveTheLastWord(ChannelHandlerContext ctx, Refusal refusal) {
    mode = DONE;
    dropUnread();
    String id = door.answers().nextId();
    door.events().refused(id, peer, refusal);
    ChannelFuture written =
        exchanges.oldestMayBeAnswered()
            ? ctx.writeAndFlush(door.answers().answer(refusal, id))
            : ctx.newSucceededFuture();
    farewell.begin(ctx, written);
    ctx.fireExceptionCaught(new RefusedMessageException(refusal));
  }

  /** Closes at once, or with a farewell where the client may still be sending. */
  @Override
  public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
    if (mode == ASIDE || !mayStillBeSending() || !channel.isActive()) {
      ctx.close(promise);
      return;
    }
    mode = DONE;
    dropUnread();
    farewell.begin(ctx, ctx.newSucceededFuture());
    farewell.whenOver(ctx, promise);
  }

  private boolean mayStillBeSending() {
    return farewell.hasBegun() || scanner.part() != Part.NOTHING;
  }

  @Override
  public Wait waitsFor() {
    if (mode != READING) {
      return mode == DONE ? Wait.NEXT_REQUEST : Wait.NOTHING;
    }
    return switch (scanner.part()) {
      case REQUEST_LINE, HEADERS -> Wait.HEAD;
      case FIXED_BODY, CHUNKED_BODY -> Wait.BODY;
      case NOTHING -> waitsForRequest();
    };
  }

  private Wait waitsForRequest() {
    if (!exchanges.isIdle()) {
      return Wait.NOTHING;
    }
    return receivedAny ? Wait.NEXT_REQUEST : Wait.FIRST_REQUEST;
  }

  @Override
  public void expired(Wait wait) {
    switch (wait) {
      case HEAD, BODY -> refuseNewest(Refusal.of(Reason.REQUEST_TOO_SLOW));
      case READER -> {
        door.events().readerStalled(peer);
        context().close();
      }
      case FIRST_REQUEST, NEXT_REQUEST, NOTHING -> context().close();
    }
  }

  private ChannelHandlerContext context() {
    return channel.pipeline().context(this);
  }
}
