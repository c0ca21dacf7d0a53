package dev.apiauth.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesEndWithWhoStartedThem {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private Path directory;

  @Test
  void alsoWhenThatJvmIsKilled() throws Exception {
    var state = Files.createDirectory(directory.resolve("state"));
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var jvm =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                StartAndStay.class.getName(),
                state.toString())
            .start();
    var child = ProcessHandle.of(pidFrom(jvm)).orElseThrow();
    assertThat(child.isAlive()).isTrue();

    jvm.destroyForcibly();

    child.onExit().get(SOON.toSeconds(), TimeUnit.SECONDS);
    awaitAbsence(state);
  }

  @Test
  void whatWasForgottenIsLeftAlone() throws IOException {
    var warden = ProcessWarden.over(directory.resolve("none"));
    var kept = sleep();
    var ended = sleep();
    warden.watch(kept);
    warden.watch(ended);
    warden.forget(kept);
    warden.close();
    try {
      assertThat(kept.isAlive()).isTrue();
      assertThat(ended.onExit().orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join().isAlive())
          .isFalse();
    } finally {
      kept.destroyForcibly();
    }
  }

  @Test
  void theLogTellsWhyOneDidNotGetReady() {
    try (var warden = ProcessWarden.over(directory.resolve("none"))) {
      var command =
          Command.of(Path.of("/bin/sh"), directory, List.of("-c", "echo no luck; exit 3"));
      var process = ServerProcess.start("gambler", command, directory.resolve("log"), warden);
      assertThatThrownBy(() -> process.awaitReady(() -> false, SOON))
          .hasMessage("gambler ended with exit code 3. Its log ends:\nno luck");
    }
  }

  @Test
  void whoIsNotReadyInTimeIsKilled() {
    try (var warden = ProcessWarden.over(directory.resolve("none"))) {
      var command = Command.of(Path.of("/bin/sh"), directory, List.of("-c", "exec sleep 600"));
      var process = ServerProcess.start("sleeper", command, directory.resolve("log"), warden);
      assertThatThrownBy(() -> process.awaitReady(() -> false, Duration.ofMillis(50)))
          .hasMessageStartingWith("sleeper was not ready after");
      assertThat(process.isAlive()).isFalse();
    }
  }

  private static Process sleep() throws IOException {
    return new ProcessBuilder("sleep", "600").start();
  }

  private static long pidFrom(Process jvm) throws IOException {
    try (var reader = jvm.inputReader()) {
      var line = reader.readLine();
      assertThat(line).isNotNull();
      return Long.parseLong(line);
    }
  }

  private static void awaitAbsence(Path path) throws InterruptedException {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (Files.exists(path) && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    assertThat(path).doesNotExist();
  }
}
