package dev.apiauth.cli.run;

import dev.apiauth.cli.Apiauth;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The command line as a shell would run it, in this process.
 *
 * @param exit its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Run(int exit, String out, String err) {

  /** The time that it is for every run, unless one says otherwise. */
  public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  /** Runs {@code apiauth} with those arguments, at {@link #NOW}. */
  public static Run apiauth(String... arguments) {
    return at(InstantSource.fixed(NOW), List.of(arguments));
  }

  /** Runs {@code apiauth} with those arguments, by that clock. */
  public static Run at(InstantSource clock, List<String> arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exit =
        Apiauth.commandLine(clock)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments.toArray(String[]::new));
    return new Run(exit, out.toString(), err.toString());
  }
}
