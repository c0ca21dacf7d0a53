package dev.apiauth.cli.provider;

import dev.apiauth.cli.input.Manifest;
import dev.apiauth.cli.input.Manifests;
import dev.apiauth.cli.input.PolicyOptions;
import dev.apiauth.cli.input.ReadResource;
import dev.apiauth.cli.input.ResourceReader;
import dev.apiauth.cli.input.UnusableInputException;
import dev.apiauth.policy.check.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which provider: one of a resource, or one that is described by a preset alone. */
final class ProviderChoice {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The file with the resource; without it, say --preset.")
  private @Nullable String file;

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = "Which of the resource's providers, where it has several.")
  private @Nullable String name;

  @Option(names = "--preset", paramLabel = "NAME", description = "A preset instead of a resource.")
  private @Nullable String preset;

  @Option(
      names = "--parameters",
      split = ",",
      paramLabel = "KEY=VALUE",
      description = "The preset's parameters, such as region=eu-west-1.")
  private Map<String, String> parameters = Map.of();

  @Option(
      names = "--audience",
      paramLabel = "TEXT",
      defaultValue = "not-said",
      description = "With --preset: for whom tokens must have been issued.")
  private String audience = "";

  @Mixin private PolicyOptions policy = new PolicyOptions();

  PolicyOptions policy() {
    return policy;
  }

  /**
   * The provider with its policy.
   *
   * @throws UnusableInputException if the command line names none, or one that cannot be used
   */
  ChosenProvider read(Instant now) {
    ReadResource.Usable usable = usable(now);
    List<String> names =
        usable.set().document().providers().stream().map(each -> each.name()).toList();
    if (name == null && names.size() == 1) return ChosenProvider.of(usable, names.getFirst());
    if (name != null && names.contains(name)) return ChosenProvider.of(usable, name);
    throw new UnusableInputException("say --provider, one of: " + String.join(", ", names));
  }

  private ReadResource.Usable usable(Instant now) {
    var reader = ResourceReader.with(policy, now);
    return switch (reader.read(manifest())) {
      case ReadResource.Usable usable -> usable;
      case ReadResource.Refused(List<Problem> problems) ->
          throw new UnusableInputException(
              problems.stream().map(Problem::toString).collect(Collectors.joining("\n         ")));
    };
  }

  private Manifest manifest() {
    if (file != null && preset == null) {
      return Manifests.in(file).stream()
          .filter(each -> each.mayBe(ResourceReader.KIND))
          .findFirst()
          .orElseThrow(
              () -> new UnusableInputException(file + ": there is no AtlassianApiAuth in it"));
    }
    if (file == null && preset != null) {
      return PresetManifest.of(preset, parameters, audience);
    }
    throw new UnusableInputException("say either FILE or --preset");
  }
}
