package dev.apiauth.e2e.channel;

import dev.apiauth.testkit.process.Command;
import dev.apiauth.testkit.process.LoopbackPort;
import dev.apiauth.testkit.process.ProcessWarden;
import dev.apiauth.testkit.process.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A sidecar as a pod runs it: by its command line, on a mounted directory. */
final class SidecarProcess implements AutoCloseable {

  private static final Duration TO_END = Duration.ofSeconds(20);

  private final int listener = LoopbackPort.free();
  private final int channel = LoopbackPort.free();
  private final ServerProcess process;

  private SidecarProcess(Path directory, ProcessWarden warden) {
    process =
        ServerProcess.start(
            "the sidecar",
            Command.of(java(), directory, arguments(directory)),
            directory.resolveSibling("sidecar.log"),
            warden);
  }

  static SidecarProcess on(Path directory, ProcessWarden warden) {
    return new SidecarProcess(directory, warden);
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private List<String> arguments(Path directory) {
    return List.of(
        "-XX:+UseSerialGC",
        "-Xmx128m",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.apiauth.sidecar.SidecarCommand",
        "--policy=" + directory,
        "--operator-certificates=" + directory,
        "--listen=127.0.0.1:" + listener,
        "--probes=127.0.0.1:" + LoopbackPort.free(),
        "--operator-channel=127.0.0.1:" + channel,
        "--event-loops=1",
        "--drain=0");
  }

  int listener() {
    return listener;
  }

  int channel() {
    return channel;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it logged last. */
  String log() {
    return process.tail();
  }

  @Override
  public void close() {
    process.stop(TO_END);
  }
}
