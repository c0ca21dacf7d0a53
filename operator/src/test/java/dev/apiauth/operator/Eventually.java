package dev.apiauth.operator;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what a cluster brings about by itself. */
public final class Eventually {

  /** Long enough for two busy cores; nothing waits as long when it works. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration STEP = Duration.ofMillis(50);

  private Eventually() {}

  /**
   * The first value that is there and satisfies the condition.
   *
   * @throws AssertionError with the last value if none does in time
   */
  public static <T> T satisfies(Supplier<Optional<T>> value, Predicate<T> condition) {
    return within(PATIENCE, value, condition);
  }

  /** The same, for what takes its time. */
  public static <T> T within(
      Duration patience, Supplier<Optional<T>> value, Predicate<T> condition) {
    long end = System.nanoTime() + patience.toNanos();
    Optional<T> last = value.get();
    while (last.filter(condition).isEmpty()) {
      if (System.nanoTime() > end) throw new AssertionError("after " + patience + ": " + last);
      pause(STEP);
      last = value.get();
    }
    return last.orElseThrow();
  }

  /** The first value that is there. */
  public static <T> T present(Supplier<Optional<T>> value) {
    return satisfies(value, there -> true);
  }

  /** Lets time pass in which nothing should happen. */
  public static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
