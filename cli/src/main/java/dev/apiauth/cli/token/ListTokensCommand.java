package dev.apiauth.cli.token;

import dev.apiauth.cli.ExitCode;
import dev.apiauth.cli.input.Manifests;
import dev.apiauth.cli.input.PolicyOptions;
import dev.apiauth.cli.input.ReadResource;
import dev.apiauth.cli.input.ResourceReader;
import dev.apiauth.cli.input.UnusableInputException;
import dev.apiauth.cli.render.OutputOptions;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code apiauth token list}. */
@Command(
    name = "list",
    description = "Lists the API tokens that Secrets describe.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ListTokensCommand implements Callable<Integer> {

  private final InstantSource clock;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "SOURCE",
      arity = "1..*",
      description =
          "Files or directories with Secret manifests; - is standard input, such as kubectl get"
              + " secrets -o yaml.")
  private List<String> sources = List.of();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The resource that they are for: which of them would it accept?")
  private @Nullable String policy;

  @Mixin private OutputOptions output = new OutputOptions();

  ListTokensCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    var states = new TokenStates(new TokenSources(sources).secrets(), clock.instant());
    output.print(states.list(Optional.ofNullable(policy).map(this::spec)), command);
    return ExitCode.FINE;
  }

  private AtlassianApiAuthSpec spec(String file) {
    var reader = ResourceReader.with(new PolicyOptions(), clock.instant());
    return Manifests.in(file).stream()
        .filter(each -> each.mayBe(ResourceReader.KIND))
        .map(reader::read)
        .filter(ReadResource.Usable.class::isInstance)
        .map(ReadResource.Usable.class::cast)
        .findFirst()
        .orElseThrow(
            () ->
                new UnusableInputException(
                    "%s: no resource in it would be accepted, see apiauth lint".formatted(file)))
        .resource()
        .spec();
  }
}
