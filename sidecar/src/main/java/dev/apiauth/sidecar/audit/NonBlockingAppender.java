package dev.apiauth.sidecar.audit;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands log events to a thread that writes them, and never waits: while nobody reads standard
 * output (check F24), events that find no place are dropped and counted.
 */
public final class NonBlockingAppender extends AsyncAppender {

  private final LongAdder dropped = new LongAdder();

  public NonBlockingAppender() {
    setNeverBlock(true);
    setDiscardingThreshold(0);
  }

  @Override
  protected void put(ILoggingEvent event) {
    // Two threads at the last free place may be counted as none dropped: one too few, not one wait.
    if (getRemainingCapacity() == 0) dropped.increment();
    else super.put(event);
  }

  /** How many events were dropped since the start; an event lost in a race is not counted. */
  public long dropped() {
    return dropped.sum();
  }

  /** How many events the root logger's appenders of this kind have dropped since the start. */
  public static long droppedByAll() {
    return LoggerFactory.getILoggerFactory() instanceof LoggerContext context
        ? droppedIn(context)
        : 0;
  }

  private static long droppedIn(LoggerContext context) {
    long sum = 0;
    var appenders = context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
    while (appenders.hasNext()) {
      if (appenders.next() instanceof NonBlockingAppender own) sum += own.dropped();
    }
    return sum;
  }
}
