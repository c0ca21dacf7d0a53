package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.playground.Screen;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Notices Ctrl-C, and says so. Each part that runs ends itself then; what fails because the others
 * are gone is no news.
 */
final class Interruption implements AutoCloseable {

  private final AtomicBoolean came = new AtomicBoolean();
  private final Thread notice;

  /** Watches until it is closed. */
  Interruption(Screen screen) {
    notice =
        new Thread(
            () -> {
              came.set(true);
              screen.title("Ending everything ...");
            },
            "notice of an interruption");
    Runtime.getRuntime().addShutdownHook(notice);
  }

  /** Whether this JVM is ending. */
  boolean came() {
    return came.get();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(notice);
    } catch (IllegalStateException endingAlready) {
      came.set(true);
    }
  }
}
