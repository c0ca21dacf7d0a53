package dev.apiauth.testkit.idp;

import dev.apiauth.testkit.cache.TestCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A home directory of one running Keycloak: the installation by symbolic links, its data by itself,
 * so that any number can run from one installation.
 *
 * @param directory the value of {@code kc.home.dir}
 */
record KeycloakHome(Path directory) {

  private static final List<String> SHARED = List.of("lib", "conf", "providers", "themes");

  /** A new home in {@code directory}, which must exist. */
  static KeycloakHome of(KeycloakInstallation installation, Path directory) throws IOException {
    for (var name : SHARED) {
      Files.createSymbolicLink(
          directory.resolve(name), installation.directory().resolve(name).toAbsolutePath());
    }
    return new KeycloakHome(directory);
  }

  Path logFile() {
    return directory.resolve("keycloak.log");
  }

  /** Where {@code --import-realm} looks. */
  Path imports() {
    return directory.resolve("data").resolve("import");
  }

  /** The database of {@code --db=dev-file} (H2), one file while nobody runs. */
  Path database() {
    return directory.resolve("data").resolve("h2").resolve("keycloakdb.mv.db");
  }

  /** Removes the home; what its links lead to stays. */
  void remove() throws IOException {
    TestCache.remove(directory);
  }
}
