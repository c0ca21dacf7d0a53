package dev.apiauth.sidecar.guide;

import dev.apiauth.sidecar.SidecarCommand;
import dev.apiauth.testkit.idp.CognitoStandIn;
import dev.apiauth.testkit.scenario.Client;
import dev.apiauth.testkit.scenario.PolicyFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sidecar as a process of its own, started by its command line. A JVM reads its hosts file when
 * it starts, so only another one can find a provider under a name that this one does not know.
 */
final class SidecarProcess implements AutoCloseable {

  private static final Pattern SERVED_AT = Pattern.compile("clients are served at port (\\d+)");

  private final Process process;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final Queue<String> output = new ConcurrentLinkedQueue<>();

  private SidecarProcess(Process process) {
    this.process = process;
  }

  /** Starts one that finds Cognito there; returns when it serves clients. */
  static SidecarProcess start(PolicyFolder folder, CognitoStandIn cognito) {
    try {
      var command = new ProcessBuilder(command(folder, cognito)).redirectErrorStream(true);
      command.environment().put("APIAUTH_LOG_LEVEL", "INFO"); // it tells its port at this level
      var started = new SidecarProcess(command.start());
      Thread.ofVirtual().start(started::listen);
      started.awaitPort();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitPort() {
    try {
      port.get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      close();
      throw new AssertionError("the sidecar did not start: " + output(), e);
    }
  }

  private static List<String> command(PolicyFolder folder, CognitoStandIn cognito) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Djdk.net.hosts.file=" + cognito.hostsFile(),
        "-cp",
        System.getProperty("java.class.path"),
        SidecarCommand.class.getName(),
        "--resource=" + folder.resource(),
        "--secrets=" + folder.secrets(),
        "--listen=127.0.0.1:0",
        "--probes=127.0.0.1:0",
        "--operator-channel=127.0.0.1:0",
        "--egress-allow=127.0.0.0/8",
        "--egress-certificates=" + cognito.caFile(),
        "--event-loops=1",
        "--drain=0");
  }

  /** A client in front of it. */
  Client client() {
    return new Client(URI.create("http://127.0.0.1:" + port.join()));
  }

  /** All that it has said so far. */
  String output() {
    return String.join("\n", output);
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(this::take);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    port.completeExceptionally(new IllegalStateException(output()));
  }

  private void take(String line) {
    output.add(line);
    Matcher served = SERVED_AT.matcher(line);
    if (served.find()) port.complete(Integer.valueOf(served.group(1)));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
