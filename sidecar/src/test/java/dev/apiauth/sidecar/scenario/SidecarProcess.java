package dev.apiauth.sidecar.scenario;

import dev.apiauth.testkit.scenario.Client;
import dev.apiauth.testkit.scenario.PolicyFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sidecar in a process of its own, as it is installed: its memory, its output, its end. */
public final class SidecarProcess implements AutoCloseable {

  private static final Pattern SERVED = Pattern.compile("clients are served at port (\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Queue<String> printed = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final Thread reader;

  private SidecarProcess(Process process) {
    this.process = process;
    this.reader = Thread.ofPlatform().daemon().start(this::read);
  }

  /**
   * Starts it with the resource and the Secrets of that folder, and returns when clients are
   * served.
   *
   * @param jvm options of its Java
   * @param options options of its own, beside the folder and the ports
   */
  public static SidecarProcess start(PolicyFolder folder, List<String> jvm, List<String> options) {
    var builder = new ProcessBuilder(command(folder, jvm, options)).redirectErrorStream(true);
    builder.environment().put("APIAUTH_LOG_LEVEL", "INFO"); // the port is in a line of that level
    try {
      var started = new SidecarProcess(builder.start());
      started.awaitStart();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(PolicyFolder folder, List<String> jvm, List<String> options) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("dev.apiauth.sidecar.SidecarCommand");
    command.addAll(List.of("--resource", folder.resource().toString()));
    command.addAll(List.of("--secrets", folder.secrets().toString()));
    for (String server : List.of("--listen", "--probes", "--operator-channel"))
      command.addAll(List.of(server, "127.0.0.1:0"));
    command.addAll(options);
    return command;
  }

  private void awaitStart() {
    try {
      port();
    } catch (CompletionException e) {
      close();
      throw new AssertionError("the sidecar did not start: " + printed, e);
    }
  }

  /** The port at which clients are served. */
  public int port() {
    return port.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** A client in front of it. */
  public Client client() {
    return new Client(address());
  }

  /** Where clients find it. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Every line that it printed so far, to either stream. */
  public List<String> printed() {
    return List.copyOf(printed);
  }

  /** The most memory that it ever had in use, in KiB: {@code VmHWM} of proc(5). */
  public long peakMemoryKib() {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks it to end, as the kubelet does: SIGTERM. What it prints until then is still read. */
  public void terminate() {
    process.toHandle().destroy(); // Process.destroy would close its output as well
  }

  /** Its exit code, once it has ended and all that it printed was read. */
  public int awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        throw new AssertionError("the sidecar did not end within " + PATIENCE);
      reader.join(PATIENCE);
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        printed.add(line);
        Matcher served = SERVED.matcher(line);
        if (served.find()) port.complete(Integer.valueOf(served.group(1)));
      }
    } catch (IOException e) {
      port.completeExceptionally(e);
    }
    port.completeExceptionally(new IOException("it ended: " + printed));
  }

  @Override
  public void close() {
    process.destroyForcibly();
    awaitEnd();
  }
}
