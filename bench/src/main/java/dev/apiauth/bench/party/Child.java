package dev.apiauth.bench.party;

import dev.apiauth.bench.figure.ProcessFigures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that this program started on one core, and ends. */
public final class Child implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 5;

  private final String name;
  private final Process process;
  private final Path complaints;
  private final Thread end;

  private Child(String name, Process process, Path complaints) {
    this.name = name;
    this.process = process;
    this.complaints = complaints;
    this.end = Thread.ofPlatform().unstarted(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(end);
  }

  /**
   * Starts a command. What it prints is dropped, what it complains about is kept for {@link
   * #complaint}.
   *
   * @param core the processor that it may run on; {@code taskset} becomes the command itself, so
   *     the process's figures are the command's
   */
  public static Child start(String name, int core, List<String> command, Path folder) {
    Path complaints = folder.resolve(name.replace(' ', '-') + ".err");
    try {
      Process process =
          new ProcessBuilder(pinned(core, command))
              .directory(folder.toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(complaints.toFile())
              .start();
      return new Child(name, process, complaints);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command, on that processor alone. */
  public static List<String> pinned(int core, List<String> command) {
    var pinned = new ArrayList<>(List.of("taskset", "-c", Integer.toString(core)));
    pinned.addAll(command);
    return List.copyOf(pinned);
  }

  /** What it has used. */
  public ProcessFigures figures() {
    return new ProcessFigures(process.pid());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** That it did not do what it should, and its own words. */
  BenchFailure complaint(String what) {
    try {
      return new BenchFailure("%s %s: %s".formatted(name, what, Files.readString(complaints)));
    } catch (IOException e) {
      return new BenchFailure("%s %s".formatted(name, what), e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    Runtime.getRuntime().removeShutdownHook(end);
  }
}
