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
 * How much later an answer comes for what stands in between (goal P7): at a pace that nobody is
 * busy with, compared with direct access in the same rounds.
 */
@Command(
    name = "added-latency",
    description = "How much later answers come than by direct access, at a steady pace.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class AddedLatency implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private BenchOptions options = new BenchOptions();

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Requests in a second (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "16",
      description = "How many connections they come on (default: ${DEFAULT-VALUE}).")
  private int connections;

  /** Runs until the table is printed. */
  public static void main(String[] arguments) {
    Program.run(new AddedLatency(), arguments);
  }

  @Override
  public Integer call() {
    Program program = Program.of(spec);
    var report = new Report("added-latency").with("rate", rate).with("connections", connections);
    try (Stage stage = Stage.open(options.machine());
        var wrk = new Wrk(options.loadCore(), stage.caller())) {
      List<Peer> peers = stage.peers(options.peers());
      var busy = new Load(connections, options.time(), new Pace.AsFastAsAnswered());
      new Rounds(wrk, peers, busy, program::say).warmUp(options.warmUp(), PATIENCE);
      var steady = new Load(connections, options.time(), new Pace.PerSecond(rate));
      List<Series> measured = new Rounds(wrk, peers, steady, program::say).run(options.rounds());
      program.say("\n" + Table.of(measured, Stage.YARDSTICK));
      measured.stream().skip(1).forEach(peer -> program.say(added(measured.getFirst(), peer)));
      program.write(report.with(measured), options.file("added-latency.json"));
    }
    return CommandLine.ExitCode.OK;
  }

  private static String added(Series first, Series peer) {
    return "%s adds to %s: p50 %+.2f ms, p99 %+.2f ms"
        .formatted(
            peer.name(),
            first.name(),
            peer.median().p50Millis() - first.median().p50Millis(),
            peer.median().p99Millis() - first.median().p99Millis());
  }
}
