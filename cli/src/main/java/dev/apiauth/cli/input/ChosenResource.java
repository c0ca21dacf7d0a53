package dev.apiauth.cli.input;

import dev.apiauth.policy.check.Problem;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The one resource that a command is about. */
public final class ChosenResource {

  @Parameters(paramLabel = "FILE", description = "The file with the resource; - is standard input.")
  private String file = "";

  @Option(
      names = "--resource",
      paramLabel = "NAME",
      description = "Which resource, where the file has several.")
  private @Nullable String name;

  @Mixin private PolicyOptions policy = new PolicyOptions();

  /** What stands beside the resource. */
  public PolicyOptions policy() {
    return policy;
  }

  /**
   * The resource with its policy.
   *
   * @param now tells what has ended
   * @throws UnusableInputException if there is none, or more than one, or it would be refused
   */
  public ReadResource.Usable read(Instant now) {
    Manifest manifest = chosen();
    return switch (ResourceReader.with(policy, now).read(manifest)) {
      case ReadResource.Usable usable -> usable;
      case ReadResource.Refused(List<Problem> problems) ->
          throw new UnusableInputException(
              problems.stream()
                  .map(
                      problem ->
                          "%s:%d: %s".formatted(file, manifest.lineOf(problem.field()), problem))
                  .collect(Collectors.joining("\n         ")));
    };
  }

  private Manifest chosen() {
    List<Manifest> found =
        Manifests.in(file).stream()
            .filter(each -> each.mayBe(ResourceReader.KIND))
            .filter(each -> name == null || each.name().equals(name))
            .toList();
    if (found.size() == 1) return found.getFirst();
    String which = name == null ? "" : " " + name;
    throw new UnusableInputException(
        found.isEmpty()
            ? "%s: there is no AtlassianApiAuth%s in it".formatted(file, which)
            : "%s: there are several, say which by --resource: %s".formatted(file, names(found)));
  }

  private static String names(List<Manifest> found) {
    return found.stream().map(Manifest::name).collect(Collectors.joining(", "));
  }
}
