package dev.apiauth.sidecar.reload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a sidecar that runs alone is made of: a resource file, and a directory of Secret manifests.
 *
 * @param resource the file with the AtlassianApiAuth
 * @param secrets the directory; only {@code .yaml}, {@code .yml} and {@code .json} files in it
 *     count
 */
public record StandaloneFiles(Path resource, Path secrets) {

  /** The name under which the resource file is in the set, whatever its own. */
  public static final String RESOURCE = "resource";

  /** What the names of Secret manifests begin with in the set. */
  public static final String SECRETS = "secrets/";

  /** The resource, in bytes: etcd's bound on an object, with room for comments. */
  public static final int RESOURCE_BYTES = 2 << 20;

  /** Secret manifests: a Secret holds 1 MiB, and a third more in base64. */
  public static final FileLimits SECRET_LIMITS = new FileLimits(1000, 2 << 20, 32 << 20);

  /** What to watch. */
  public List<Path> watched() {
    return List.of(resource, secrets);
  }

  /** Reads all of it. */
  public FileReading read() {
    try (InputStream in = Files.newInputStream(resource)) {
      byte[] bytes = in.readNBytes(RESOURCE_BYTES + 1);
      return bytes.length > RESOURCE_BYTES
          ? new FileReading.TooLarge(
              "%s is larger than %d bytes".formatted(resource.getFileName(), RESOURCE_BYTES))
          : withSecrets(FileSet.of(Map.of(RESOURCE, bytes)));
    } catch (NoSuchFileException e) {
      return new FileReading.Absent("it is not there: " + resource);
    } catch (IOException e) {
      return new FileReading.Absent("it cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /** Reads the Secret manifests of a directory alone. */
  public static FileReading secretsIn(Path directory) {
    return new DirectoryReader(directory, StandaloneFiles::isManifest, SECRET_LIMITS).read();
  }

  private FileReading withSecrets(FileSet resourceFile) {
    return switch (secretsIn(secrets)) {
      case FileReading.Read(FileSet manifests) ->
          new FileReading.Read(resourceFile.with(SECRETS, manifests));
      case FileReading.Absent absent -> absent;
      case FileReading.TooLarge tooLarge -> tooLarge;
    };
  }

  private static boolean isManifest(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }
}
