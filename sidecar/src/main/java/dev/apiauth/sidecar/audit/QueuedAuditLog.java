package dev.apiauth.sidecar.audit;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands audit lines to a thread that writes them.
 *
 * <p>The queue is bounded: while nobody reads standard output (check F24), decisions go on and the
 * lines that find no place are dropped and counted. Lines are written in the order in which they
 * were recorded.
 */
public final class QueuedAuditLog implements AuditLog, AutoCloseable {

  /** How many lines wait at most: a few seconds of a busy instance, about 10 MiB. */
  public static final int CAPACITY = 8192;

  private static final Logger AUDIT = LoggerFactory.getLogger("audit");
  private static final Logger LOG = LoggerFactory.getLogger(QueuedAuditLog.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  /**
   * How long the writer sleeps between two looks at the queue. It is not woken: on a processor that
   * it shares with an event loop, waking it for each line costs more than writing the line.
   */
  private static final long NAP_MILLIS = 20;

  private final BlockingQueue<AuditLine> queue;
  private final Consumer<String> out;
  private final Runnable dropped;
  private final Thread writer;
  private volatile boolean closed;

  /**
   * Starts the writer.
   *
   * @param capacity how many lines wait at most
   * @param out writes a line; may block
   * @param dropped told of each line that was dropped, on any thread; must not block
   */
  public QueuedAuditLog(int capacity, Consumer<String> out, Runnable dropped) {
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.out = out;
    this.dropped = dropped;
    this.writer = Thread.ofPlatform().name("audit").daemon().start(this::write);
  }

  /** Starts one that writes to the logger named {@code audit}, which prints to standard output. */
  public static QueuedAuditLog toStandardOutput(Runnable dropped) {
    return new QueuedAuditLog(CAPACITY, AUDIT::info, dropped);
  }

  @Override
  public void record(AuditLine line) {
    if (closed || !queue.offer(line)) dropped.run();
  }

  private void write() {
    try {
      while (!closed || !queue.isEmpty()) {
        for (AuditLine line = queue.poll(); line != null; line = queue.poll()) write(line);
        if (!closed) Thread.sleep(NAP_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(AuditLine line) {
    try {
      out.accept(AuditJson.of(line));
    } catch (RuntimeException e) {
      dropped.run();
      LOG.warn("an audit line cannot be written", e);
    }
  }

  /** Writes what is waiting, for two seconds at most; what is left then is dropped and counted. */
  @Override
  public void close() {
    closed = true;
    try {
      writer.join(LAST_WORDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    while (queue.poll() != null) dropped.run();
  }
}
