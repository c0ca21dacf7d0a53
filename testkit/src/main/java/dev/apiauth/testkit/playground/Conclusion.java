package dev.apiauth.testkit.playground;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

/** How a playground ends. */
public final class Conclusion {

  private Conclusion() {}

  /**
   * Says whether all calls came to what they must.
   *
   * @return the exit code: 0 if they did, else 1
   */
  public static int of(List<? extends Judged> rows, Duration time, Screen screen) {
    long bad = rows.stream().filter(row -> !row.asExpected()).count();
    screen.title(
        bad == 0
            ? "All %d calls came to what they must, %d s in all."
                .formatted(rows.size(), time.toSeconds())
            : "%d of %d calls came to something else than they must.".formatted(bad, rows.size()));
    return bad == 0 ? 0 : 1;
  }

  /** What went wrong, in a sentence where somebody wrote one. */
  public static String causeOf(RuntimeException failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null)
      cause = cause.getCause();
    return cause instanceof IllegalStateException && cause.getMessage() != null
        ? cause.getMessage()
        : cause.toString();
  }

  /** Returns never; Ctrl-C ends this JVM, which ends the rest on its way. */
  public static void awaitInterruption(Runnable end) {
    Runtime.getRuntime().addShutdownHook(new Thread(end, "end of the playground"));
    awaitInterruption();
  }

  /** The same where everything ends by itself. */
  public static void awaitInterruption() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
