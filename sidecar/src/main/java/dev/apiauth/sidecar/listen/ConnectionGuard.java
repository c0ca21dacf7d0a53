package dev.apiauth.sidecar.listen;

import static dev.apiauth.sidecar.listen.GuardMode.Settled.ASIDE;
import static dev.apiauth.sidecar.listen.GuardMode.Settled.DONE;
import static dev.apiauth.sidecar.listen.GuardMode.Settled.READING;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.sidecar.listen.Deadlines.Wait;
import dev.apiauth.sidecar.listen.GuardMode.Refusing;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;

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
  private final Exchanges exchanges;
  private final Deadlines deadlines;
  private final Inflow inflow;
  private final Farewell farewell;

  private GuardMode mode = READING;
  private long handled;
  private boolean stopped;
  private boolean receivedAny;

  ConnectionGuard(Door door, Channel channel, InetAddress peer) {
    this.door = door;
    this.channel = channel;
    this.peer = peer;
    ListenerLimits limits = door.limits();
    exchanges = new Exchanges(limits.pipelined());
    deadlines = new Deadlines(channel, limits, this);
    inflow = new Inflow(limits, exchanges, deadlines);
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
      inflow.add((ByteBuf) message);
      pass(ctx);
      deadlines.review();
    } else if (mode == ASIDE) {
      ctx.fireChannelRead(message);
    } else {
      ReferenceCountUtil.release(message);
    }
  }

  private void pass(ChannelHandlerContext ctx) {
    inflow.pass(ctx).ifPresent(this::refuseNewest);
    if (mode == READING) {
      readOnlyWhatCanBePassed();
    }
  }

  /**
   * Stops reading while something is held up. Vert.x stops and goes on for reasons of its own on
   * the same switch: what it lets in meanwhile is held up too, one read at a time.
   */
  private void readOnlyWhatCanBePassed() {
    if (inflow.isHeldUp()) {
      stopped = true;
      channel.config().setAutoRead(false);
    } else if (stopped) {
      stopped = false;
      channel.config().setAutoRead(true);
    }
  }

  /** A request is handed to its handler, which takes nothing yet; returns its number. */
  long requestIsHandled() {
    handled++;
    return handled;
  }

  /** The handler of {@code request} takes what comes of its body. */
  void bodyIsTaken(long request) {
    assert channel.eventLoop().inEventLoop();
    inflow.gate().open(request);
    goOnSoon();
  }

  /** The handler of {@code request} takes nothing of its body for now. */
  void bodyIsNotTaken(long request) {
    assert channel.eventLoop().inEventLoop();
    inflow.gate().close(request);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    deadlines.stop();
    inflow.drop();
    ctx.fireChannelInactive();
  }

  // What goes out; told by AnswerWatch.

  /** The head of a final answer is about to leave. */
  void answerBegins() {
    exchanges.answerBegins();
  }

  /**
   * A final answer has left. There may be room for what was held up, or for a refusal; where the
   * handler wants nothing of a body that is still coming, there is no next request to wait for.
   */
  void answered() {
    exchanges.answerEnds();
    deadlines.moved();
    if (exchanges.isIdle() && inflow.isWithinMessage() && !inflow.gate().isOpen()) {
      channel.close();
    } else {
      goOnSoon();
    }
  }

  private void goOnSoon() {
    if (mode instanceof Refusing || inflow.isHeldUp()) {
      channel.eventLoop().execute(this::goOn);
    }
  }

  /** The last answer of the connection has left; whatever else was sent is not looked at. */
  void lastAnswered() {
    exchanges.answerEnds();
    mode = DONE;
    inflow.drop();
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
    if (mode == READING && !inflow.isWithinMessage() && !exchanges.newestMustWait()) {
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
    inflow.drop();
    mode = new Refusing(refusal);
    if (!exchanges.newestMustWait()) {
      haveTheLastWord(context(), refusal);
    }
  }

  private void haveTheLastWord(ChannelHandlerContext ctx, Refusal refusal) {
    mode = DONE;
    inflow.drop();
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
    inflow.drop();
    farewell.begin(ctx, ctx.newSucceededFuture());
    farewell.whenOver(ctx, promise);
  }

  private boolean mayStillBeSending() {
    return farewell.hasBegun() || inflow.isWithinMessage();
  }

  @Override
  public Wait waitsFor() {
    if (mode != READING) {
      return mode == DONE ? Wait.NEXT_REQUEST : Wait.NOTHING;
    }
    return switch (inflow.part()) {
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
