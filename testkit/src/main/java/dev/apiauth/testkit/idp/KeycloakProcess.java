package dev.apiauth.testkit.idp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One running Keycloak, a single process without children.
 *
 * @param process its handle, the only thing by which it is ever ended
 * @param logFile what it writes
 */
record KeycloakProcess(Process process, Path logFile) {

  private static final int TAIL = 40;
  private static final Duration POLL = Duration.ofMillis(25);

  /** Who may use the admin API of a database that has no administrator yet. */
  static final String ADMIN = "admin";

  static final String ADMIN_PASSWORD = "admin-keeps-this-secret";

  /** Starts it; it ends with this JVM at the latest, unless this JVM is killed (SIGKILL). */
  static KeycloakProcess launch(KeycloakCommand command, List<String> arguments, Path logFile) {
    var builder = new ProcessBuilder(command.with(arguments));
    builder.redirectErrorStream(true).redirectOutput(logFile.toFile());
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
    try {
      var process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end Keycloak"));
      return new KeycloakProcess(process, logFile);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start Java for Keycloak", e);
    }
  }

  /**
   * Waits until {@code ready} says so.
   *
   * @throws IllegalStateException with the log's tail if the process ends before or time runs out;
   *     the process is stopped then
   */
  void awaitReady(BooleanSupplier ready, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!ready.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new IllegalStateException("Keycloak did not become ready. Its log ends:\n" + tail());
      }
      sleep();
    }
  }

  /**
   * Waits for a command that ends by itself.
   *
   * @throws IllegalStateException with the log's tail if it fails or time runs out
   */
  void awaitSuccess(Duration patience) {
    if (!endsWithin(patience) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("Keycloak's command failed. Its log ends:\n" + tail());
    }
  }

  /** Asks it to end (SIGTERM) and insists after {@code patience} (SIGKILL). */
  void stop(Duration patience) {
    process.destroy();
    if (!endsWithin(patience)) {
      process.destroyForcibly();
      endsWithin(patience);
    }
  }

  /** The end of the log without stack frames, which say little and push out what says much. */
  String tail() {
    try (var log = Files.lines(logFile, StandardCharsets.UTF_8)) {
      var lines = log.filter(line -> !line.startsWith("\tat ")).toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  private boolean endsWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Keycloak started", e);
    }
  }
}
