package dev.apiauth.testkit.kube.tool;

import dev.apiauth.testkit.cache.TestCache;
import dev.apiauth.testkit.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs one executable with changing arguments.
 *
 * @param executable of the tool
 * @param scratch a directory for its input and output
 * @param environment on top of ours
 */
record CommandLineTool(Path executable, Path scratch, Map<String, String> environment) {

  /** Longer than any {@code --timeout} that a test gives. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  String run(String stdin, List<String> arguments) {
    var result = attempt(stdin, arguments);
    if (!result.succeeded()) {
      throw new IllegalStateException(failure(arguments, result));
    }
    return result.stdout();
  }

  ToolResult attempt(String stdin, List<String> arguments) {
    try {
      var files = Files.createTempDirectory(scratch, "run-");
      try {
        var input = Files.writeString(files.resolve("stdin"), stdin);
        int exitCode = await(start(files, input, arguments));
        return new ToolResult(exitCode, read(files, "stdout"), read(files, "stderr"));
      } finally {
        TestCache.remove(files);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + executable.getFileName(), e);
    }
  }

  private Process start(Path files, Path input, List<String> arguments) throws IOException {
    var command = Command.of(executable, scratch, arguments).with(environment);
    return command
        .builder()
        .redirectInput(input.toFile())
        .redirectOutput(Redirect.to(files.resolve("stdout").toFile()))
        .redirectError(Redirect.to(files.resolve("stderr").toFile()))
        .start();
  }

  private int await(Process process) {
    try {
      if (process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      throw new IllegalStateException(
          "%s did not end within %d s".formatted(executable.getFileName(), PATIENCE.toSeconds()));
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a command ran", e);
    }
  }

  private static String read(Path files, String name) throws IOException {
    return Files.readString(files.resolve(name), StandardCharsets.UTF_8);
  }

  /** Names the verb alone: later arguments may be secrets. */
  private String failure(List<String> arguments, ToolResult result) {
    return "%s %s ended with exit code %d: %s%s"
        .formatted(
            executable.getFileName(),
            arguments.isEmpty() ? "" : arguments.getFirst(),
            result.exitCode(),
            result.stderr(),
            result.stdout());
  }
}
