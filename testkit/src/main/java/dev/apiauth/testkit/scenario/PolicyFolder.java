package dev.apiauth.testkit.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The files of a sidecar that runs alone: a resource and its Secrets, edited as an administrator's
 * editor does it.
 */
public final class PolicyFolder {

  private final Path root;

  private PolicyFolder(Path root) {
    this.root = root;
  }

  /** A new folder below that one. */
  public static PolicyFolder in(Path parent) {
    try {
      Path root = Files.createTempDirectory(parent, "policy");
      Files.createDirectory(root.resolve("secrets"));
      return new PolicyFolder(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path resource() {
    return root.resolve("resource.yaml");
  }

  public Path secrets() {
    return root.resolve("secrets");
  }

  /** Puts the resource in place, as a whole. */
  public void write(Manifest resource) {
    write(resource(), resource.yaml());
  }

  /** Puts some other text where the resource should be. */
  public void writeText(String text) {
    write(resource(), text);
  }

  /** Puts somebody's personal access token on file. */
  public void putTokenOnFile(String user, String token) {
    putSecret(
        "pat-" + user,
        Manifest.of(
                "{apiVersion: v1, kind: Secret, metadata: {labels: {apiauth.dev/pat-vault:"
                    + " \"true\"}}}")
            .with("/metadata/name", "pat-" + user)
            .with("/stringData/username", '"' + user + '"')
            .with("/stringData/token", '"' + token + '"'));
  }

  /** Puts a Secret in place. */
  public void putSecret(String name, Manifest secret) {
    write(secrets().resolve(name + ".yaml"), secret.yaml());
  }

  /** Takes a Secret away. */
  public void removeSecret(String name) {
    try {
      Files.delete(secrets().resolve(name + ".yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Path file, String text) {
    try {
      Path beside = Files.createTempFile(root, "new", ".tmp");
      Files.writeString(beside, text);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
