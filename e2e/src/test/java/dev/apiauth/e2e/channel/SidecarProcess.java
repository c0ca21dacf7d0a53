package dev.apiauth.e2e.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A sidecar as a pod runs it: by its command line, on a mounted directory. */
final class SidecarProcess implements AutoCloseable {

  private final Process process;
  private final int listener = freePort();
  private final int channel = freePort();

  private SidecarProcess(Path directory) throws IOException {
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-Xmx128m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.apiauth.sidecar.SidecarCommand",
                    "--policy=" + directory,
                    "--operator-certificates=" + directory,
                    "--listen=127.0.0.1:" + listener,
                    "--probes=127.0.0.1:" + freePort(),
                    "--operator-channel=127.0.0.1:" + channel,
                    "--event-loops=1",
                    "--drain=0"))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolveSibling("sidecar.log").toFile())
            .start();
  }

  static SidecarProcess on(Path directory) throws IOException {
    return new SidecarProcess(directory);
  }

  int listener() {
    return listener;
  }

  int channel() {
    return channel;
  }

  long id() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
