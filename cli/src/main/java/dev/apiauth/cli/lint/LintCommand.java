package dev.apiauth.cli.lint;

import dev.apiauth.cli.ExitCode;
import dev.apiauth.cli.input.Manifest;
import dev.apiauth.cli.input.Manifests;
import dev.apiauth.cli.input.PolicyOptions;
import dev.apiauth.cli.input.ResourceReader;
import dev.apiauth.cli.render.OutputOptions;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code apiauth lint}. */
@Command(
    name = "lint",
    description = {
      "Says about resource files what API server and operator would say, and what is worth a second"
          + " look.",
      "API tokens are judged by the policies that stand in the same files.",
      "Documents of other kinds are left alone."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class LintCommand implements Callable<Integer> {

  private final InstantSource clock;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files with resources, YAML or JSON; - is standard input.")
  private List<String> files = List.of();

  @Mixin private PolicyOptions policy = new PolicyOptions();

  @Option(names = "--strict", description = "Warnings count as findings too.")
  private boolean strict;

  @Mixin private OutputOptions output = new OutputOptions();

  /** A command at that clock's time. */
  public LintCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    List<Manifest> manifests = files.stream().flatMap(file -> Manifests.in(file).stream()).toList();
    LintAnswer answer =
        new Linter(ResourceReader.with(policy, clock.instant()), clock.instant())
            .lint(manifests, policy.secretsDirectory());
    output.print(answer, command);
    boolean fine = answer.errors() == 0 && !(strict && answer.warnings() > 0);
    return fine ? ExitCode.FINE : ExitCode.FINDINGS;
  }
}
