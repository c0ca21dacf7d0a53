package dev.apiauth.testkit.idp;

import dev.apiauth.testkit.cache.TestCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Keycloak's distribution, unpacked and built once per machine; never written to afterwards.
 *
 * @param version such as 26.7.3
 * @param directory with {@code lib}, {@code conf}, {@code providers} and {@code themes}
 */
record KeycloakInstallation(String version, Path directory) {

  private static final String ARCHIVE_PREFIX = "keycloak-quarkus-dist-";
  private static final String ARCHIVE_SUFFIX = ".zip";
  private static final Duration BUILD_TIME = Duration.ofMinutes(5);

  /**
   * The build bakes in what no start may change: the database's kind, and that clients are asked
   * for a certificate, which they need not have. So a start needs no augmentation (10 s less).
   */
  private static final List<String> BUILD =
      List.of("build", "--db=dev-file", "--https-client-auth=request");

  /** Takes it from the cache; unpacks and builds it where this machine has none yet. */
  static KeycloakInstallation in(TestCache cache) {
    var archive = newestArchive(cache.downloads());
    var version = versionOf(archive);
    var name = "keycloak-%s-%08x".formatted(version, BUILD.hashCode());
    return new KeycloakInstallation(
        version, cache.entry(name, directory -> unpackAndBuild(archive, version, directory)));
  }

  private static Path newestArchive(Path downloads) {
    try (var files = Files.list(Files.createDirectories(downloads))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(ARCHIVE_PREFIX))
          .filter(file -> file.getFileName().toString().endsWith(ARCHIVE_SUFFIX))
          .max(Comparator.comparing(file -> Version.parse(versionOf(file))))
          .orElseThrow(() -> new IllegalStateException(missing(downloads)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String missing(Path downloads) {
    return "No Keycloak in %s. The build puts it there: mvn process-resources -pl testkit"
        .formatted(downloads);
  }

  private static String versionOf(Path archive) {
    var name = archive.getFileName().toString();
    return name.substring(ARCHIVE_PREFIX.length(), name.length() - ARCHIVE_SUFFIX.length());
  }

  private static void unpackAndBuild(Path archive, String version, Path directory)
      throws IOException {
    ZipArchive.unpack(archive, "keycloak-" + version, directory);
    var home = new KeycloakHome(directory);
    var build = KeycloakProcess.launch(KeycloakCommand.of(directory, home), BUILD, home.logFile());
    build.awaitSuccess(BUILD_TIME);
    Files.delete(home.logFile());
  }
}
