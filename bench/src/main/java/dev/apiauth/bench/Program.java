package dev.apiauth.bench;

import dev.apiauth.bench.figure.Report;
import dev.apiauth.bench.party.BenchFailure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** The frame of every program: its command line, its words, its end. */
final class Program {

  private final PrintWriter out;

  private Program(PrintWriter out) {
    this.out = out;
  }

  /** Runs it to its end, which is the end of this process; a {@link BenchFailure} is a sentence. */
  static void run(Callable<Integer> program, String[] arguments) {
    var line = new CommandLine(program);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (!(failure instanceof BenchFailure)) throw failure;
          command.getErr().println(failure.getMessage());
          return CommandLine.ExitCode.SOFTWARE;
        });
    System.exit(line.execute(arguments));
  }

  /** Speaks on the command's own output. */
  static Program of(CommandLine.Model.CommandSpec spec) {
    return new Program(spec.commandLine().getOut());
  }

  /** Prints a line at once. */
  void say(String line) {
    out.println(line);
    out.flush();
  }

  /** Writes the report there, and says so. */
  void write(Report report, Path file) {
    report.write(file);
    say("every round: " + file);
  }
}
