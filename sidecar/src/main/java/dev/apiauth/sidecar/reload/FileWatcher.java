package dev.apiauth.sidecar.reload;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at files when they change, and now and then without a notice. Looks never overlap; the
 * first is made by whoever calls {@link #start}, the others on a thread of its own.
 */
public final class FileWatcher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FileWatcher.class);
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  /** So many times the debounce is waited at most while files do not come to rest. */
  private static final int MOST_DEBOUNCES = 4;

  private final Supplier<List<Path>> watched;
  private final Supplier<Look> look;
  private final ReloadTimes times;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Looks at nothing yet.
   *
   * @param name the thread's
   * @param watched the files and directories to watch, asked again before each look
   * @param look looks; if it throws, that is logged and the next change is waited for
   * @param times how patient it is
   */
  public FileWatcher(
      String name, Supplier<List<Path>> watched, Supplier<Look> look, ReloadTimes times) {
    this.watched = watched;
    this.look = look;
    this.times = times;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::keepLooking);
  }

  /** Looks once, then goes on looking. Call it once. */
  public void start() {
    lookSafely();
    thread.start();
  }

  private void keepLooking() {
    try (PathWatch watch = PathWatch.open()) {
      while (!closed) {
        watch.watch(watched.get()); // before the look, so that no change falls in between
        Look end = lookSafely();
        if (watch.awaitChange(patience(end))) awaitRest(watch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("the watch on files cannot be closed", e);
    }
  }

  private Look lookSafely() {
    try {
      return look.get();
    } catch (RuntimeException e) {
      LOG.error("looking at changed files failed", e);
      return Look.SETTLED;
    }
  }

  private Duration patience(Look end) {
    return switch (end) {
      case SETTLED -> times.poll();
      case UNSETTLED -> times.retry();
    };
  }

  private void awaitRest(PathWatch watch) throws InterruptedException {
    int debounces = 1;
    while (watch.awaitChange(times.debounce()) && debounces < MOST_DEBOUNCES) debounces++;
  }

  /** Stops looking; waits two seconds at most for a look that is under way. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      if (thread.isAlive()) thread.join(FAREWELL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
