package dev.apiauth.bench.large;

import dev.apiauth.bench.party.BenchFailure;
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
import dev.apiauth.policy.document.PolicyReading;
import dev.apiauth.policy.document.PolicySet;
import dev.apiauth.policy.document.PolicySource;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.resolve.PolicyResolver;
import dev.apiauth.policy.resolve.Resolution;
import dev.apiauth.policy.resolve.SecretCapacity;
import dev.apiauth.policy.resolve.SecretLookup;
import dev.apiauth.policy.resolve.Surroundings;
import dev.apiauth.sidecar.reload.FileReading;
import dev.apiauth.sidecar.reload.FileSet;
import dev.apiauth.sidecar.reload.RenderedDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What operator and sidecar do between an edit and its being in force, by their own code. What lies
 * between them (the API server, the kubelet) is not in it: the files are written to a folder.
 */
final class WayIntoForce {

  private final ResourceCheck check = ResourceCheck.byCommittedCrd();
  private final PresetCatalog catalog = PresetCatalog.shipped();
  private final PolicyResolver resolver =
      new PolicyResolver(catalog, new EgressRules(EgressAllowance.of(List.of())));
  private final PolicyCodec codec = new PolicyCodec();
  private final PolicyCompiler compiler =
      new PolicyCompiler(catalog, new PayloadIssuer(), ProductDefaults.NONE);
  private final Path folder;
  private final Instant now;

  /** Publishes there; what has ended is told by that time. */
  WayIntoForce(Path folder, Instant now) {
    this.folder = folder;
    this.now = now;
  }

  /** Schema and rules, as the operator asks them again. */
  AtlassianApiAuthResource check(String yaml) {
    return switch (check.check(yaml)) {
      case CheckedResource.Accepted(AtlassianApiAuthResource resource) -> resource;
      case CheckedResource.Refused(List<Problem> problems) -> throw refused(problems);
    };
  }

  /** Presets and Secrets to one document. */
  PolicySet resolve(AtlassianApiAuthResource resource, SecretLookup secrets) {
    var source = new PolicySource(resource.namespace(), resource.name(), resource.generation());
    return switch (resolver.resolve(source, resource.spec(), Surroundings.of(secrets, now))) {
      case Resolution.Resolved(PolicySet set, List<Problem> problems) when problems.isEmpty() ->
          set;
      case Resolution.Resolved(PolicySet set, List<Problem> problems) -> throw refused(problems);
      case Resolution.Refused(List<Problem> problems) -> throw refused(problems);
    };
  }

  /** The published files, if they fit into a Secret beside their source. */
  EncodedPolicy render(PolicySet set, String source) {
    EncodedPolicy encoded = codec.encode(set);
    Optional<Problem> complaint = SecretCapacity.complaint(encoded, source);
    if (complaint.isPresent()) throw refused(List.of(complaint.get()));
    return encoded;
  }

  /** Stands for the kubelet. */
  void mount(EncodedPolicy encoded) {
    try {
      for (Map.Entry<String, byte[]> file : encoded.files().entrySet())
        Files.write(folder.resolve(file.getKey()), file.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From the mounted files to what decides, as the sidecar does at each edit. */
  CompiledPolicy load() {
    var directory = new RenderedDirectory(folder);
    if (directory.files() instanceof FileReading.Read(FileSet files)
        && directory.policy(files) instanceof PolicyReading.Complete(PolicySet set, var hash)
        && compiler.compile(set, hash) instanceof Compilation.Compiled(CompiledPolicy policy)) {
      return policy;
    }
    throw new BenchFailure("a sidecar would not take what was published");
  }

  private static BenchFailure refused(List<Problem> problems) {
    return new BenchFailure("the resource says: " + problems.getFirst());
  }
}
