package dev.apiauth.cli.token;

import dev.apiauth.cli.ExitCode;
import dev.apiauth.cli.input.UnusableInputException;
import dev.apiauth.cli.render.OutputOptions;
import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.resolve.ApiTokenSecret;
import dev.apiauth.policy.resolve.SecretContent;
import dev.apiauth.policy.token.ApiTokenText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code apiauth token new}. */
@Command(
    name = "new",
    description = {
      "Makes an API token: a Secret with its hash to standard output, to be applied, and the token",
      "itself once to standard error, for its user alone."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class NewTokenCommand implements Callable<Integer> {

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  @Spec private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--user",
      required = true,
      paramLabel = "NAME",
      description = "Whom its bearer acts as, in the product.")
  private String user = "";

  @Option(
      names = "--label",
      required = true,
      paramLabel = "KEY=VALUE",
      description = "A label by which policies find the Secret; may be repeated.")
  private Map<String, String> labels = Map.of();

  @Option(
      names = "--groups",
      split = ",",
      paramLabel = "GROUP",
      description =
          "The groups that the token tells; without them it tells none, and is refused where one is"
              + " named.")
  private List<String> groups = List.of();

  @ArgGroup private EndOptions end = new EndOptions();

  @Mixin private ScopeOptions scope = new ScopeOptions();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The name of the Secret; made of the user and the hash where it is left out.")
  private @Nullable String name;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      description = "The namespace of the Secret; left to whoever applies it where it is left out.")
  private String namespace = "";

  @Option(
      names = "--token-out",
      paramLabel = "FILE",
      description = "Writes the token into a new file that only its owner may read, instead.")
  private @Nullable Path tokenOut;

  @Mixin private OutputOptions output = new OutputOptions();

  NewTokenCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    ApiTokenText token = ApiTokenText.make(random);
    Map<String, String> keys = keys(token);
    refuseWhatNobodyWouldAccept(keys);
    handOver(token);
    output.print(
        TokenSecret.of(new TokenSecret.Metadata(secretName(token), namespace, labels), keys),
        command);
    return ExitCode.FINE;
  }

  private Map<String, String> keys(ApiTokenText token) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var keys = new TreeMap<>(scope.keys());
    keys.put("id", token.id());
    keys.put("hash", token.hash().hex());
    keys.put("username", user);
    keys.put("created", now.toString());
    keys.put("notAfter", end.from(now).toString());
    ScopeOptions.put(keys, "groups", groups);
    return keys;
  }

  /** By the code that will read it. */
  private void refuseWhatNobodyWouldAccept(Map<String, String> keys) {
    Map<String, byte[]> data =
        keys.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, key -> key.getValue().getBytes(StandardCharsets.UTF_8)));
    if (ApiTokenSecret.read(new SecretContent("new", labels, data))
        instanceof ApiTokenSecret.Reading.Unusable(Problem problem)) {
      throw new UnusableInputException(problem.toString());
    }
  }

  private String secretName(ApiTokenText token) {
    if (name != null) return name;
    String readable = user.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return "api-token-%s-%s"
        .formatted(readable, token.hash().hex().substring(0, 6))
        .replaceAll("-+", "-");
  }

  private void handOver(ApiTokenText token) throws IOException {
    if (tokenOut == null) {
      command.commandLine().getErr().println(token.reveal());
      return;
    }
    try {
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createFile(tokenOut, ownerOnly);
      Files.writeString(tokenOut, token.reveal() + "\n");
    } catch (FileAlreadyExistsException e) {
      throw new UnusableInputException("--token-out: %s is there already".formatted(tokenOut));
    }
  }
}
