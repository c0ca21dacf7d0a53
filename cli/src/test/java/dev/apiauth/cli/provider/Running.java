package dev.apiauth.cli.provider;

import dev.apiauth.cli.Apiauth;
import dev.apiauth.cli.run.Run;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A command that waits for a person: what it says can be read while it runs. */
final class Running {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CompletableFuture<Integer> exit;

  private Running(List<String> arguments) {
    var command =
        Apiauth.commandLine(InstantSource.system())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    this.exit =
        CompletableFuture.supplyAsync(() -> command.execute(arguments.toArray(String[]::new)));
  }

  static Running start(List<String> arguments) {
    return new Running(arguments);
  }

  /** The first address that it says a person should open. */
  String address() throws InterruptedException {
    for (int tries = 0; tries < PATIENCE.toMillis() / 50; tries++) {
      var address = err.toString().lines().filter(line -> line.startsWith("http")).findFirst();
      if (address.isPresent()) return address.get();
      if (exit.isDone()) break;
      Thread.sleep(50);
    }
    throw new AssertionError("no address: " + err + out);
  }

  /** Its end. */
  Run end() {
    return new Run(
        exit.orTimeout(90, java.util.concurrent.TimeUnit.SECONDS).join(),
        out.toString(),
        err.toString());
  }
}
