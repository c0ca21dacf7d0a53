package dev.apiauth.testkit.kube.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs iproute2's {@code ip}. */
final class Ip {

  private Ip() {}

  /**
   * What it printed.
   *
   * @throws IpFailure with its own words if it fails
   */
  static String run(String... words) {
    return run(List.of(words), List.of());
  }

  /** Runs lines as one batch; the first that fails ends it. */
  static void batch(List<String> lines) {
    run(List.of("-batch", "-"), lines);
  }

  /** Like {@link #batch}, inside a namespace. */
  static void batchIn(String namespace, List<String> lines) {
    run(List.of("-n", namespace, "-batch", "-"), lines);
  }

  /** Runs it for what may be gone already. */
  static void attempt(String... words) {
    try {
      run(words);
    } catch (IpFailure goneAlready) {
      return;
    }
  }

  private static String run(List<String> words, List<String> input) {
    var command = new ArrayList<>(List.of("ip"));
    command.addAll(words);
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (var writer = process.outputWriter(UTF_8)) {
        writer.write(String.join("\n", input));
      }
      var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      return process.waitFor() == 0 ? said : refused(command, input, said);
    } catch (IOException notThere) {
      throw new IpFailure("iproute2 cannot be used: " + notThere.getMessage(), notThere);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IpFailure("interrupted while ip ran", interrupted);
    }
  }

  private static String refused(List<String> command, List<String> input, String said) {
    throw new IpFailure(String.join(" ", command) + " " + String.join("; ", input) + ": " + said);
  }
}
