package dev.apiauth.sidecar.clients;

import dev.apiauth.sidecar.scenario.Protected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program as a person at a terminal does. */
final class Calls {

  private static final long PATIENCE_SECONDS = 120;

  /**
   * How it ended.
   *
   * @param exit its exit code
   * @param printed what it printed, to either stream
   */
  record Ended(int exit, String printed) {}

  private Calls() {}

  /** The address of the sidecar, as it is typed. */
  static String address(Protected product) {
    return "http://127.0.0.1:" + product.sidecar().port();
  }

  /** Runs it to its end. */
  static Ended run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command.getFirst() + " did not end");
      }
      return new Ended(process.exitValue(), printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Whether there is such a program. */
  static boolean isThere(String program) {
    try {
      return run(List.of(program, "--version")).exit() == 0;
    } catch (UncheckedIOException absent) {
      return false;
    }
  }
}
