package dev.apiauth.testkit.playground.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a sidecar that runs alone (docs/standalone.md).
 *
 * @param classPath its classes and libraries
 * @param resource the file with the AtlassianApiAuth
 * @param secrets the folder with Secret manifests
 * @param port where clients are served
 * @param probes where probes and metrics are
 * @param egress what it may reach, and how it finds it
 */
public record SidecarCommandLine(
    String classPath, Path resource, Path secrets, int port, int probes, Egress egress) {

  /** One small JVM of several on a laptop; natives and Unsafe are what Netty and protobuf need. */
  private static final List<String> JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-Xmx128m",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** On the JDK that runs this code. */
  public List<String> words() {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(JVM);
    words.addAll(egress.jvm());
    words.addAll(List.of("-cp", classPath, "dev.apiauth.sidecar.SidecarCommand"));
    words.addAll(options());
    words.addAll(egress.options());
    return words;
  }

  private List<String> options() {
    return List.of(
        "--resource=" + resource,
        "--secrets=" + secrets,
        "--listen=127.0.0.1:" + port,
        "--probes=127.0.0.1:" + probes,
        "--operator-channel=127.0.0.1:0",
        "--event-loops=1",
        "--drain=0");
  }
}
