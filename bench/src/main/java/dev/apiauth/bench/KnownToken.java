package dev.apiauth.bench;

import dev.apiauth.bench.figure.Report;
import dev.apiauth.bench.figure.Series;
import dev.apiauth.bench.figure.Table;
import dev.apiauth.bench.load.Load;
import dev.apiauth.bench.load.Load.Pace;
import dev.apiauth.bench.load.Wrk;
import dev.apiauth.bench.party.Peer;
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
 * What a request costs whose token is known (goal P1): as fast as it goes over 64 connections, each
 * peer alone on a core. CPU time per 1,000 requests is the figure that noise moves least.
 */
@Command(
    name = "known-token",
    description = "What a request costs whose token the sidecar knows, beside other proxies.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class KnownToken implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private BenchOptions options = new BenchOptions();

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "64",
      description = "How many connections the load keeps open (default: ${DEFAULT-VALUE}).")
  private int connections;

  /** Runs until the table is printed. */
  public static void main(String[] arguments) {
    Program.run(new KnownToken(), arguments);
  }

  @Override
  public Integer call() {
    Program program = Program.of(spec);
    var report = new Report("known-token").with("connections", connections);
    try (Stage stage = Stage.open(options.machine());
        var wrk = new Wrk(options.loadCore(), stage.caller())) {
      List<Peer> peers = stage.peers(options.peers());
      var load = new Load(connections, options.time(), new Pace.AsFastAsAnswered());
      var rounds = new Rounds(wrk, peers, load, program::say);
      rounds.warmUp(options.warmUp(), PATIENCE);
      List<Series> measured = rounds.run(options.rounds());
      program.say("\n" + Table.of(measured, Stage.YARDSTICK));
      program.write(report.with(measured), options.file("known-token.json"));
    }
    return CommandLine.ExitCode.OK;
  }
}
