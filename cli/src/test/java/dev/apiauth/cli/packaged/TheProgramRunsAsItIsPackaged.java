package dev.apiauth.cli.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.cli.run.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The jar with its libraries beside it, in a process of its own; runs once both are there. */
class TheProgramRunsAsItIsPackaged {

  private record Ended(int exit, String out, String err) {}

  private static Ended run(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-jar");
    command.add(Checkout.file("cli/target/apiauth.jar").toString());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().remove("APIAUTH_LOG_LEVEL");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), out, err);
  }

  @Test
  void itSaysWhatItCanDo() throws Exception {
    Ended help = run("--help");

    assertThat(help.exit()).isZero();
    assertThat(help.out()).contains("lint", "explain", "token", "provider", "report");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void itLintsWithNothingButItsAnswerOnStandardOutput() throws Exception {
    Ended lint = run("lint", Checkout.file("examples/cognito.yaml").toString());

    assertThat(lint.exit()).as(lint.err()).isZero();
    assertThat(lint.out().lines().toList().getLast()).startsWith("1 checked: 0 errors");
    assertThat(lint.err()).isEmpty();
  }

  @Test
  void itExplainsWithTheSidecarsPartsAndEndsWithTheDecision() throws Exception {
    Ended explained =
        run(
            "explain",
            Checkout.file("examples/cognito.yaml").toString(),
            "--offline",
            "--request",
            "GET /rest/api/2/project",
            "--basic",
            "alice:secret",
            "--from",
            "203.0.113.9");

    assertThat(explained.exit()).as(explained.err()).isEqualTo(1);
    assertThat(explained.out()).contains("403 password_refused");
    assertThat(explained.err()).isEmpty();
  }
}
