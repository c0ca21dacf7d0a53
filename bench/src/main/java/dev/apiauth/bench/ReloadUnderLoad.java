package dev.apiauth.bench;

import dev.apiauth.bench.figure.Report;
import dev.apiauth.bench.load.Load;
import dev.apiauth.bench.load.Load.Pace;
import dev.apiauth.bench.load.Measured;
import dev.apiauth.bench.load.Wrk;
import dev.apiauth.bench.party.Peer;
import dev.apiauth.bench.party.PolicyEdits;
import dev.apiauth.bench.party.Stage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What callers notice of a policy that is edited (goal P8): errors, slower answers, and how soon an
 * edit is in force. The same load runs once without edits and once with them.
 */
@Command(
    name = "reload-under-load",
    description = "What callers notice while the policy is edited again and again.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ReloadUnderLoad implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int CONNECTIONS = 16;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private BenchOptions options = new BenchOptions();

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "500",
      description = "Requests in a second (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--edit-every",
      paramLabel = "MILLIS",
      defaultValue = "500",
      description = "The time between two edits (default: ${DEFAULT-VALUE}).")
  private int editEvery;

  /** Runs until the figures are printed. */
  public static void main(String[] arguments) {
    Program.run(new ReloadUnderLoad(), arguments);
  }

  @Override
  public Integer call() {
    Program program = Program.of(spec);
    try (Stage stage = Stage.open(options.machine());
        var wrk = new Wrk(options.loadCore(), stage.caller())) {
      Peer sidecar = stage.sidecar();
      Duration time = options.time().multipliedBy(options.rounds());
      var busy = new Load(CONNECTIONS, time, new Pace.AsFastAsAnswered());
      new Rounds(wrk, List.of(sidecar), busy, program::say).warmUp(options.warmUp(), PATIENCE);
      var steady = new Load(CONNECTIONS, time, new Pace.PerSecond(rate));
      program.say("without edits, " + time.toSeconds() + " s");
      Measured before = wrk.run(sidecar, steady);
      program.say("with an edit every " + editEvery + " ms");
      try (var edits = PolicyEdits.every(Duration.ofMillis(editEvery), stage, sidecar)) {
        Measured during = wrk.run(sidecar, steady);
        report(program, before, during, edits.untilInForceMillis());
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private void report(
      Program program, Measured before, Measured during, List<Double> untilInForce) {
    double[] sorted = untilInForce.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double median = sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    double worst = sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1];
    program.say(
        """

        | | requests | errors | p50 ms | p99 ms |
        |---|---|---|---|---|
        %s%s
        %d edits, in force after %.0f ms (median), %.0f ms (worst)\
        """
            .formatted(
                line("without edits", before),
                line("with edits", during),
                sorted.length,
                median,
                worst));
    program.write(
        new Report("reload-under-load")
            .with("rate", rate)
            .with("edits", sorted.length)
            .with("inForceAfterMillisMedian", median)
            .with("inForceAfterMillisWorst", worst)
            .with("errors", (double) during.errors())
            .with("p99MillisWithoutEdits", before.p99Micros() / 1e3)
            .with("p99MillisWithEdits", during.p99Micros() / 1e3),
        options.file("reload-under-load.json"));
  }

  private static String line(String name, Measured measured) {
    return "| %s | %d | %d | %.2f | %.2f |%n"
        .formatted(
            name,
            measured.requests(),
            measured.errors(),
            measured.p50Micros() / 1e3,
            measured.p99Micros() / 1e3);
  }
}
