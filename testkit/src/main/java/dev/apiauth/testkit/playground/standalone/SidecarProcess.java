package dev.apiauth.testkit.playground.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apiauth.testkit.playground.Pauses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A sidecar as a process of its own.
 *
 * @param process its handle, the only thing by which it is ended
 * @param log what it writes to standard output and standard error: audit and log lines, a JSON
 *     object each
 */
record SidecarProcess(Process process, Path log) implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration START_TIME = Duration.ofSeconds(60);
  private static final Duration STOP_TIME = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(20);

  /** Starts it; it ends with this JVM at the latest, unless that is killed. */
  static SidecarProcess start(List<String> command, Path log) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end sidecar"));
      return new SidecarProcess(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a sidecar", e);
    }
  }

  /**
   * Waits until that holds.
   *
   * @throws IllegalStateException that names its log if it ends before, or takes a minute
   */
  void await(BooleanSupplier condition, String what) {
    long deadline = System.nanoTime() + START_TIME.toNanos();
    while (!condition.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > deadline)
        throw new IllegalStateException("a sidecar %s. Its log is %s".formatted(what, log));
      Pauses.pause(POLL);
    }
  }

  /**
   * Waits for a log line, and returns its message.
   *
   * @param part what its message contains
   */
  String awaitMessage(String part) {
    await(() -> message(part).isPresent(), "did not log \"%s\"".formatted(part));
    return message(part).orElseThrow();
  }

  private Optional<String> message(String part) {
    return messages().filter(message -> message.contains(part)).findFirst();
  }

  private Stream<String> messages() {
    try {
      return Files.readAllLines(log, StandardCharsets.UTF_8).stream()
          .flatMap(SidecarProcess::messageOf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The message of a log line; none of an audit line, or one that is not written to its end. */
  private static Stream<String> messageOf(String line) {
    try {
      return Stream.of(JSON.readTree(line).path("message").asText());
    } catch (JsonProcessingException unfinished) {
      return Stream.empty();
    }
  }

  /** Asks it to end (SIGTERM), and insists after ten seconds. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_TIME.toMillis(), TimeUnit.MILLISECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
