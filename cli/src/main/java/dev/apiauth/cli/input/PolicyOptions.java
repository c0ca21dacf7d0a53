package dev.apiauth.cli.input;

import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.sidecar.reload.FileReading;
import dev.apiauth.sidecar.reload.FileSet;
import dev.apiauth.sidecar.reload.SecretFiles;
import dev.apiauth.sidecar.reload.StandaloneFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What stands beside a resource: its Secrets, and what the installation opens. */
public final class PolicyOptions {

  @Option(
      names = "--secrets",
      paramLabel = "DIR",
      description =
          "A directory with Secret manifests. Without it, nothing is said about Secrets, and none"
              + " is found.")
  private @Nullable Path secrets;

  @Option(
      names = "--egress-allow",
      split = ",",
      paramLabel = "CIDR|ORIGIN",
      description =
          "What the installation opens for provider URLs beside public addresses over https, such"
              + " as 10.20.0.0/16 or http://keycloak.idp:8080.")
  private List<String> egressAllow = List.of();

  /**
   * The Secrets of the directory; empty where none was named.
   *
   * @throws UnusableInputException if it cannot be read
   */
  Optional<SecretFiles> secretFiles() {
    return secretsDirectory().map(PolicyOptions::read);
  }

  /** The directory of Secrets, as it was named. */
  public Optional<Path> secretsDirectory() {
    return Optional.ofNullable(secrets);
  }

  /**
   * Where provider URLs may lead.
   *
   * @throws UnusableInputException if an entry is neither network nor origin
   */
  public EgressRules egress() {
    Optional<String> complaint = EgressAllowance.complaint(egressAllow);
    if (complaint.isPresent())
      throw new UnusableInputException("--egress-allow: " + complaint.get());
    return new EgressRules(EgressAllowance.of(egressAllow));
  }

  private static SecretFiles read(Path directory) {
    return switch (StandaloneFiles.secretsIn(directory)) {
      case FileReading.Read(FileSet files) -> SecretFiles.of(files);
      case FileReading.Absent(String why) -> throw unusable(directory, why);
      case FileReading.TooLarge(String why) -> throw unusable(directory, why);
    };
  }

  private static UnusableInputException unusable(Path directory, String why) {
    return new UnusableInputException("--secrets %s: %s".formatted(directory, why));
  }
}
