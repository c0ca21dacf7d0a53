package dev.apiauth.bench;

import dev.apiauth.bench.figure.Laps;
import dev.apiauth.bench.figure.Report;
import dev.apiauth.bench.large.LargeResource;
import dev.apiauth.bench.party.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How long operator and sidecar work on a resource with a thousand API tokens, networks, groups and
 * vault entries until it decides. Needs no other party.
 */
@Command(
    name = "large-policy",
    description = "How long a resource with a thousand of everything takes until it decides.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class LargePolicy implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--of",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many of each (default: ${DEFAULT-VALUE}).")
  private int number;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "11",
      description = "How often it is taken into force (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/bench",
      description = "Where the JSON goes (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("");

  /** Runs until the figures are printed. */
  public static void main(String[] arguments) {
    Program.run(new LargePolicy(), arguments);
  }

  @Override
  public Integer call() {
    Program program = Program.of(spec);
    LargeResource resource = LargeResource.of(number);
    try (var workspace = new Workspace()) {
      List<Laps> runs =
          IntStream.range(0, rounds)
              .mapToObj(round -> resource.takenIntoForce(workspace.folder()))
              .toList();
      program.say(
          "%d of each, %d KiB published%n%n%s"
              .formatted(number, resource.published() >> 10, Laps.table(runs)));
      var report = new Report("large-policy").with("ofEach", number);
      runs.getFirst()
          .millis()
          .forEach(
              (part, first) ->
                  report
                      .with(part + "MillisFirst", first)
                      .with(part + "MillisMedian", Laps.median(runs, part)));
      program.write(report, out.resolve("large-policy.json"));
    }
    return CommandLine.ExitCode.OK;
  }
}
