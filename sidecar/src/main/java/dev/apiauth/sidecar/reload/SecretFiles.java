package dev.apiauth.sidecar.reload;

import dev.apiauth.policy.resolve.SecretContent;
import dev.apiauth.policy.resolve.SecretLookup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Secrets from manifests, for a sidecar that runs without a cluster. Labels and keys mean what they
 * mean there.
 *
 * <p>What is faulty is skipped and named in {@link #faults}; what depends on it then finds nothing.
 * Objects of another kind are left alone.
 */
public final class SecretFiles implements SecretLookup {

  private final List<Manifest> secrets;
  private final SecretLookup contents;
  private final List<FaultySecret> faults;

  private SecretFiles(List<Manifest> secrets, List<FaultySecret> faults) {
    this.secrets = List.copyOf(secrets);
    this.contents = SecretLookup.of(secrets.stream().map(Manifest::content).toList());
    this.faults = List.copyOf(faults);
  }

  /**
   * A Secret of a file.
   *
   * @param file the name of the file
   * @param namespace its namespace; empty where the manifest leaves it to whoever applies it
   * @param content the rest
   */
  record Manifest(String file, String namespace, SecretContent content) {}

  /** The Secrets in these files, JSON or YAML, with one or several objects each. */
  public static SecretFiles of(FileSet files) {
    var parser = new SecretManifests();
    files.files().forEach(parser::read);
    return withoutDoubles(parser.secrets(), parser.faults());
  }

  /** One name twice in a namespace: a cluster cannot have that, so neither is taken. */
  private static SecretFiles withoutDoubles(List<Manifest> secrets, List<FaultySecret> faults) {
    Function<Manifest, String> identity = secret -> secret.namespace() + "/" + name(secret);
    Map<String, Long> counts =
        secrets.stream().collect(Collectors.groupingBy(identity, Collectors.counting()));
    var unique = new ArrayList<Manifest>();
    var all = new ArrayList<>(faults);
    for (Manifest secret : secrets) {
      if (counts.getOrDefault(identity.apply(secret), 0L) == 1) unique.add(secret);
      else
        all.add(
            new FaultySecret(secret.file(), "Secret %s is there twice".formatted(name(secret))));
    }
    unique.sort(Comparator.comparing(SecretFiles::name));
    return new SecretFiles(unique, all);
  }

  /** The same, without Secrets that name another namespace than this one. */
  public SecretFiles in(String namespace) {
    var own =
        secrets.stream()
            .filter(secret -> List.of("", namespace).contains(secret.namespace()))
            .toList();
    return withoutDoubles(
        own.stream().map(secret -> new Manifest(secret.file(), "", secret.content())).toList(),
        faults);
  }

  /** What was skipped, in the order of the files. */
  public List<FaultySecret> faults() {
    return faults;
  }

  @Override
  public List<SecretContent> labelled(Map<String, String> labels) {
    return contents.labelled(labels);
  }

  @Override
  public Optional<SecretContent> named(String name) {
    return contents.named(name);
  }

  private static String name(Manifest secret) {
    return secret.content().name();
  }
}
