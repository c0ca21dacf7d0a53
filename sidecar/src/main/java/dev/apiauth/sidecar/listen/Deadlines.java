package dev.apiauth.sidecar.listen;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends waits that last too long, with one timer per connection that is moved only when a wait ends
 * earlier than it; a request on a quiet connection costs two looks at the clock.
 *
 * <p>The clock is the event loop's, which does not know the time of day and does not jump.
 */
final class Deadlines {

  /** What a connection waits for, from the client. */
  enum Wait {
    /** The first octet of the first request. */
    FIRST_REQUEST,
    /** The rest of a head. */
    HEAD,
    /** More of a body. */
    BODY,
    /** The next request. */
    NEXT_REQUEST,
    /** The client to take more of an answer. */
    READER,
    /** Nothing that the client could give. */
    NOTHING
  }

  /** The connection whose waits are bounded; called on its event loop. */
  interface Waiting {

    /** What the connection waits for now, the reader aside. */
    Wait waitsFor();

    /** {@code wait} lasted too long. */
    void expired(Wait wait);
  }

  private final Channel channel;
  private final ListenerLimits limits;
  private final Waiting waiting;
  private final Ticker ticker;
  private @Nullable ScheduledFuture<?> timer;
  private long timerAt;
  private long movedAt;
  private long headBeganAt;
  private long readerMovedAt;
  private long readerOwed;

  /** Starts the first wait of {@code channel}. */
  Deadlines(Channel channel, ListenerLimits limits, Waiting waiting) {
    this.channel = channel;
    this.limits = limits;
    this.waiting = waiting;
    this.ticker = channel.eventLoop().ticker();
    moved();
    headBeganAt = movedAt;
    schedule(movedAt + limit(Wait.FIRST_REQUEST));
  }

  void stop() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  /** Octets came, or an answer was finished. */
  void moved() {
    movedAt = ticker.nanoTime();
  }

  /** The octets that came began a request. */
  void headBegan() {
    headBeganAt = movedAt;
  }

  /** What the connection waits for may have changed. */
  void review() {
    Wait wait = waiting.waitsFor();
    if (wait == Wait.HEAD || wait == Wait.BODY) {
      noLaterThan(end(wait));
    }
  }

  /** The channel became writable, or stopped being so. */
  void writabilityChanged() {
    readerMovedAt = ticker.nanoTime();
    readerOwed = channel.bytesBeforeWritable();
    if (!channel.isWritable()) {
      noLaterThan(readerMovedAt + limit(Wait.READER));
    }
  }

  private void check() {
    timer = null;
    long now = ticker.nanoTime();
    observe(now);
    Wait wait = waiting.waitsFor();
    if (!channel.isWritable() && readerMovedAt + limit(Wait.READER) - now <= 0) {
      waiting.expired(Wait.READER);
    } else if (wait != Wait.NOTHING && end(wait) - now <= 0) {
      waiting.expired(wait);
    } else {
      schedule(nextCheck(wait, now));
    }
  }

  /** A body that we do not read is not the client's fault; an answer that shrinks is being read. */
  private void observe(long now) {
    if (!channel.config().isAutoRead()) {
      movedAt = now;
    }
    long owed = channel.bytesBeforeWritable();
    if (owed != readerOwed) {
      readerOwed = owed;
      readerMovedAt = now;
    }
  }

  private long nextCheck(Wait wait, long now) {
    long forClient = wait == Wait.NOTHING ? now + limit(Wait.NEXT_REQUEST) : end(wait);
    long forReader = readerMovedAt + limit(Wait.READER);
    return channel.isWritable() || forClient - forReader <= 0 ? forClient : forReader;
  }

  private long end(Wait wait) {
    return (wait == Wait.HEAD ? headBeganAt : movedAt) + limit(wait);
  }

  private void noLaterThan(long at) {
    if (timer != null && at - timerAt < 0) {
      stop();
      schedule(at);
    }
  }

  private void schedule(long at) {
    timerAt = at;
    long delay = at - ticker.nanoTime();
    timer = channel.eventLoop().schedule(this::check, delay, TimeUnit.NANOSECONDS);
  }

  private long limit(Wait wait) {
    Duration limit =
        switch (wait) {
          case FIRST_REQUEST, HEAD -> limits.headWithin();
          case BODY -> limits.bodyStall();
          case NEXT_REQUEST, NOTHING -> limits.keepAlive();
          case READER -> limits.readStall();
        };
    return limit.toNanos();
  }
}
