package dev.apiauth.sidecar.listen;

import static dev.apiauth.sidecar.listen.Progress.InOrder.COMPLETE;

import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.sidecar.listen.MessageScanner.Part;
import dev.apiauth.sidecar.listen.Progress.Refused;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * What comes in on a connection: read octet by octet in place, and passed on, uncopied, as far as
 * it is well-formed, there is room for another request (S13) and a body is taken (F12).
 */
final class Inflow {

  private final MessageScanner scanner;
  private final Exchanges exchanges;
  private final Deadlines deadlines;
  private final BodyGate gate;
  private final Octets octets = new Octets();

  /** Received, not passed on. */
  private final ArrayDeque<ByteBuf> unread = new ArrayDeque<>(2);

  private boolean passing;

  Inflow(ListenerLimits limits, Exchanges exchanges, Deadlines deadlines) {
    scanner = new MessageScanner(limits);
    this.exchanges = exchanges;
    this.deadlines = deadlines;
    gate = new BodyGate(limits.chunkOctets());
  }

  /** Takes {@code in} over. */
  void add(ByteBuf in) {
    unread.add(in);
  }

  /**
   * Passes on what may be passed on. Not re-entered: an answer that leaves meanwhile makes room
   * that the running call sees.
   *
   * @return why a message is refused; everything before it was passed on, the rest remains
   */
  Optional<Refusal> pass(ChannelHandlerContext ctx) {
    if (passing) {
      return Optional.empty();
    }
    passing = true;
    Optional<Refusal> refusal = Optional.empty();
    while (refusal.isEmpty() && mayGoOn() && !unread.isEmpty()) {
      refusal = passFrom(ctx, unread.remove());
    }
    passing = false;
    return refusal;
  }

  private boolean mayGoOn() {
    return switch (scanner.part()) {
      case NOTHING -> exchanges.mayBegin();
      case REQUEST_LINE, HEADERS -> true;
      case FIXED_BODY, CHUNKED_BODY -> gate.letsMoreIn();
    };
  }

  private Optional<Refusal> passFrom(ChannelHandlerContext ctx, ByteBuf in) {
    octets.over(in);
    int message = octets.index();
    Progress progress = COMPLETE;
    while (octets.remain() && progress == COMPLETE && mayGoOn()) {
      if (!isWithinMessage()) {
        message = octets.index();
        exchanges.requestBegins();
        gate.requestBegins();
        deadlines.headBegan();
      }
      progress = scanner.scan(octets);
    }
    int end = octets.index();
    octets.clear();
    if (progress instanceof Refused(Refusal refusal)) {
      passUpTo(ctx, in, message);
      return Optional.of(refusal);
    }
    passUpTo(ctx, in, end);
    return Optional.empty();
  }

  private void passUpTo(ChannelHandlerContext ctx, ByteBuf in, int end) {
    int count = end - in.readerIndex();
    gate.letIn(count);
    if (end == in.writerIndex()) {
      ctx.fireChannelRead(in);
      return;
    }
    unread.addFirst(in);
    if (count > 0) {
      ctx.fireChannelRead(in.readRetainedSlice(count));
    }
  }

  /** Governs how much of the newest request's body comes in. */
  BodyGate gate() {
    return gate;
  }

  /** What of a message is read next. */
  Part part() {
    return scanner.part();
  }

  /** Whether a message has begun and is not over. */
  boolean isWithinMessage() {
    return scanner.part() != Part.NOTHING;
  }

  /** Whether something was received and not passed on. */
  boolean isHeldUp() {
    return !unread.isEmpty();
  }

  /** Lets go of what was not passed on. */
  void drop() {
    unread.forEach(ByteBuf::release);
    unread.clear();
  }
}
