package dev.apiauth.testkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process that goes on until it is ended; what it says goes to a file. */
public final class ServerProcess {

  private static final int TAIL = 25;
  private static final Duration POLL = Duration.ofMillis(20);

  private final String name;
  private final Process process;
  private final Path logFile;
  private final ProcessWarden warden;

  private ServerProcess(String name, Process process, Path logFile, ProcessWarden warden) {
    this.name = name;
    this.process = process;
    this.logFile = logFile;
    this.warden = warden;
  }

  /**
   * Starts it.
   *
   * @param name for messages
   * @param logFile to which its output is appended
   * @param warden that ends it should this JVM vanish
   * @throws UncheckedIOException if there is no such executable
   */
  public static ServerProcess start(
      String name, Command command, Path logFile, ProcessWarden warden) {
    var output = ProcessBuilder.Redirect.appendTo(logFile.toFile());
    try {
      var process = command.builder().redirectErrorStream(true).redirectOutput(output).start();
      warden.watch(process);
      return new ServerProcess(name, process, logFile, warden);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  /**
   * Waits until {@code ready} says so.
   *
   * @throws IllegalStateException with the log's tail if the process ends before or time runs out;
   *     it has been killed then
   */
  public void awaitReady(BooleanSupplier ready, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!ready.getAsBoolean()) {
      if (!process.isAlive()) {
        throw failure("ended with exit code " + process.exitValue());
      }
      if (System.nanoTime() > deadline) {
        throw failure("was not ready after %d s".formatted(patience.toSeconds()));
      }
      sleep();
    }
  }

  private IllegalStateException failure(String what) {
    kill();
    return new IllegalStateException("%s %s. Its log ends:\n%s".formatted(name, what, tail()));
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** Asks it to end (SIGTERM) and insists after {@code patience} (SIGKILL). */
  public void stop(Duration patience) {
    process.destroy();
    if (!endsWithin(patience)) {
      process.destroyForcibly();
    }
    bury();
  }

  /** Ends it at once (SIGKILL), as a crash does. */
  public void kill() {
    process.destroyForcibly();
    bury();
  }

  private void bury() {
    if (endsWithin(Duration.ofSeconds(10))) {
      warden.forget(process);
    }
  }

  /** The last lines of its log. */
  public String tail() {
    try {
      var lines = Files.readString(logFile, StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", last(lines));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  private static List<String> last(List<String> lines) {
    return lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
  }

  private boolean endsWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void sleep() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was waited for when the waiting thread was interrupted");
    }
  }
}
