package dev.apiauth.sidecar.reload;

import dev.apiauth.policy.check.AtlassianApiAuthResource;
import dev.apiauth.policy.check.CheckedResource;
import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.check.ResourceCheck;
import dev.apiauth.policy.document.PolicyCodec;
import dev.apiauth.policy.document.PolicyReading;
import dev.apiauth.policy.document.PolicySet;
import dev.apiauth.policy.document.PolicySource;
import dev.apiauth.policy.resolve.PolicyResolver;
import dev.apiauth.policy.resolve.Resolution;
import dev.apiauth.policy.resolve.Surroundings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A resource file with its Secrets, for a sidecar that runs alone: what the operator does in a
 * cluster, done here, by the same code.
 *
 * <p>Last good wins, revocation too: while the file is wrong, the last good spec stays, and goes on
 * being resolved with the Secrets as they are now.
 */
public final class ResourceFile implements PolicySupply {

  private static final Logger LOG = LoggerFactory.getLogger(ResourceFile.class);

  private final StandaloneFiles files;
  private final ResourceCheck check;
  private final PolicyResolver resolver;
  private final InstantSource clock;
  private final PolicyCodec codec = new PolicyCodec();
  private Optional<AtlassianApiAuthResource> lastGood = Optional.empty();
  private List<String> told = List.of();

  /**
   * Reads nothing yet.
   *
   * @param files the resource file and the directory of Secret manifests
   * @param check what the API server would say
   * @param resolver what the operator would make of it
   * @param clock tells what has ended when the files are read
   */
  public ResourceFile(
      StandaloneFiles files, ResourceCheck check, PolicyResolver resolver, InstantSource clock) {
    this.files = files;
    this.check = check;
    this.resolver = resolver;
    this.clock = clock;
  }

  @Override
  public List<Path> watched() {
    return files.watched();
  }

  @Override
  public FileReading files() {
    return files.read();
  }

  @Override
  public PolicyReading policy(FileSet read) {
    SecretFiles secrets = SecretFiles.of(read.below(StandaloneFiles.SECRETS));
    String text =
        new String(
            Objects.requireNonNull(read.files().get(StandaloneFiles.RESOURCE)),
            StandardCharsets.UTF_8);
    return switch (check.check(text)) {
      case CheckedResource.Refused(List<Problem> problems) -> keepLastGood(problems, secrets);
      case CheckedResource.Accepted(AtlassianApiAuthResource resource) ->
          switch (resolve(resource, secrets)) {
            case Resolution.Refused(List<Problem> problems) -> keepLastGood(problems, secrets);
            case Resolution.Resolved resolved -> {
              lastGood = Optional.of(resource);
              yield complete(resolved, secrets);
            }
          };
    };
  }

  private PolicyReading keepLastGood(List<Problem> problems, SecretFiles secrets) {
    String why = problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
    if (lastGood.isPresent()
        && resolve(lastGood.get(), secrets) instanceof Resolution.Resolved resolved) {
      PolicySet set = resolved.set();
      return new PolicyReading.LastGood(set, codec.encode(set).hash(), why);
    }
    return new PolicyReading.Unreadable(why);
  }

  private Resolution resolve(AtlassianApiAuthResource resource, SecretFiles secrets) {
    var source = new PolicySource(resource.namespace(), resource.name(), resource.generation());
    return resolver.resolve(
        source,
        resource.spec(),
        Surroundings.of(secrets.in(resource.namespace()), clock.instant()));
  }

  private PolicyReading complete(Resolution.Resolved resolved, SecretFiles secrets) {
    var news = new ArrayList<>(secrets.faults().stream().map(Object::toString).toList());
    resolved.problems().forEach(problem -> news.add(problem.toString()));
    if (!news.equals(told)) news.forEach(LOG::warn);
    told = List.copyOf(news);
    PolicySet set = resolved.set();
    return new PolicyReading.Complete(set, codec.encode(set).hash());
  }
}
