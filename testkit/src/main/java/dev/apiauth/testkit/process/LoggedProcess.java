package dev.apiauth.testkit.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
 * A program of ours as a process of its own.
 *
 * @param name what it is, for messages
 * @param process its handle, the only thing by which it is ended
 * @param log what it writes to standard output and standard error: audit and log lines, a JSON
 *     object each
 */
public record LoggedProcess(String name, Process process, Path log) implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration START_TIME = Duration.ofSeconds(60);
  private static final Duration STOP_TIME = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(20);

  /** Starts it; it ends with this JVM at the latest, unless that is killed. */
  public static LoggedProcess start(String name, List<String> command, Path log) {
    return start(name, new ProcessBuilder(command), log);
  }

  /** The same with an environment. */
  public static LoggedProcess start(String name, ProcessBuilder builder, Path log) {
    try {
      Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end " + name));
      return new LoggedProcess(name, process, log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the " + name, e);
    }
  }

  /**
   * Waits until that holds.
   *
   * @throws IllegalStateException that names its log if it ends before, or takes a minute
   */
  public void await(BooleanSupplier condition, String what) {
    long deadline = System.nanoTime() + START_TIME.toNanos();
    while (!condition.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > deadline)
        throw new IllegalStateException("the %s %s. Its log is %s".formatted(name, what, log));
      Pauses.pause(POLL);
    }
  }

  /**
   * Waits for a log line, and returns its message.
   *
   * @param part what its message contains
   */
  public String awaitMessage(String part) {
    await(() -> message(part).isPresent(), "did not log \"%s\"".formatted(part));
    return message(part).orElseThrow();
  }

  private Optional<String> message(String part) {
    return messages().filter(message -> message.contains(part)).findFirst();
  }

  private Stream<String> messages() {
    try {
      return Files.readAllLines(log, StandardCharsets.UTF_8).stream()
          .flatMap(LoggedProcess::messageOf);
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
