package dev.apiauth.cli.input;

import dev.apiauth.policy.check.AtlassianApiAuthResource;
import dev.apiauth.policy.check.CheckedResource;
import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.check.ResourceCheck;
import dev.apiauth.policy.compile.Compilation;
import dev.apiauth.policy.compile.PolicyCompiler;
import dev.apiauth.policy.compile.ProductDefaults;
import dev.apiauth.policy.credential.PayloadIssuer;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.document.EncodedPolicy;
import dev.apiauth.policy.document.PolicyCodec;
import dev.apiauth.policy.document.PolicySet;
import dev.apiauth.policy.document.PolicySource;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.resolve.PolicyResolver;
import dev.apiauth.policy.resolve.Resolution;
import dev.apiauth.policy.resolve.SecretCapacity;
import dev.apiauth.policy.resolve.SecretLookup;
import dev.apiauth.policy.resolve.Surroundings;
import dev.apiauth.sidecar.reload.FaultySecret;
import dev.apiauth.sidecar.reload.SecretFiles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * From a manifest to the policy that decides, by what API server, operator and sidecar do: schema
 * and rules, resolving, compiling.
 */
public final class ResourceReader {

  /** The kind that is read. */
  public static final String KIND = "AtlassianApiAuth";

  private final PresetCatalog catalog = PresetCatalog.shipped();
  private final ResourceCheck check = ResourceCheck.byCommittedCrd();
  private final PolicyCompiler compiler =
      new PolicyCompiler(catalog, new PayloadIssuer(), ProductDefaults.NONE);
  private final PolicyCodec codec = new PolicyCodec();
  private final PolicyResolver resolver;
  private final Optional<SecretFiles> secrets;
  private final Instant now;

  private ResourceReader(EgressRules egress, Optional<SecretFiles> secrets, Instant now) {
    this.now = now;
    this.resolver = new PolicyResolver(catalog, egress);
    this.secrets = secrets;
  }

  /**
   * Reads with what the command line names.
   *
   * @param now tells what has ended
   * @throws UnusableInputException if that cannot be used
   */
  public static ResourceReader with(PolicyOptions options, Instant now) {
    return new ResourceReader(options.egress(), options.secretFiles(), now);
  }

  /** Secret manifests that were skipped, and why. */
  public List<FaultySecret> faultySecrets() {
    return secrets.map(SecretFiles::faults).orElse(List.of());
  }

  /** What would be made of that manifest. */
  public ReadResource read(Manifest manifest) {
    return switch (check.check(manifest.text())) {
      case CheckedResource.Refused(List<Problem> problems) -> new ReadResource.Refused(problems);
      case CheckedResource.Accepted(AtlassianApiAuthResource resource) ->
          resolved(resource, manifest.text().strip());
    };
  }

  private ReadResource resolved(AtlassianApiAuthResource resource, String source) {
    var from = new PolicySource(resource.namespace(), resource.name(), resource.generation());
    return switch (resolver.resolve(
        from, resource.spec(), Surroundings.of(secretsIn(resource.namespace()), now))) {
      case Resolution.Refused(List<Problem> problems) -> new ReadResource.Refused(known(problems));
      case Resolution.Resolved(PolicySet set, List<Problem> problems) ->
          published(resource, source, set, known(problems));
    };
  }

  /** The Secrets of a namespace; none without a directory of Secrets. */
  public SecretLookup secretsIn(String namespace) {
    return secrets.<SecretLookup>map(files -> files.in(namespace)).orElse(SecretLookup.NONE);
  }

  /** Without a directory of Secrets, that one is missing is not known. */
  private List<Problem> known(List<Problem> problems) {
    return secrets.isPresent()
        ? problems
        : problems.stream().filter(problem -> !isAboutSecrets(problem)).toList();
  }

  private static boolean isAboutSecrets(Problem problem) {
    return problem.field().startsWith("Secret ")
        || problem.field().endsWith("secretSelector")
        || problem.field().contains("secretRef");
  }

  private ReadResource published(
      AtlassianApiAuthResource resource, String source, PolicySet set, List<Problem> problems) {
    EncodedPolicy encoded = codec.encode(set);
    Optional<Problem> tooLarge = SecretCapacity.complaint(encoded, source);
    if (tooLarge.isPresent()) return new ReadResource.Refused(List.of(tooLarge.get()));
    return switch (compiler.compile(set, encoded.hash())) {
      case Compilation.Compiled(CompiledPolicy policy) ->
          new ReadResource.Usable(resource, set, policy, problems);
      case Compilation.Unusable(String why) ->
          new ReadResource.Refused(List.of(Problem.error("spec", why)));
    };
  }
}
