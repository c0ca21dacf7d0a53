package dev.apiauth.testkit.idp;

import dev.apiauth.testkit.cache.TestCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a start can skip because it was done before: a database with the realms imported, and a
 * class data archive of a server that ran once. Together they make a start of 12 s one of 3 s.
 *
 * @param installation whose server it is
 * @param directory with the two files
 */
record KeycloakImage(KeycloakInstallation installation, Path directory) {

  private static final String DATABASE = "keycloakdb.mv.db";
  private static final String CLASSES = "server.jsa";
  private static final Duration START_TIME = Duration.ofMinutes(3);

  /** Writing the class archive happens at the end and takes about 5 s. */
  private static final Duration STOP_TIME = Duration.ofMinutes(2);

  /** Takes it from the cache; imports the realms where this machine has not done so yet. */
  static KeycloakImage of(List<KeycloakRealm> realms, TestCache cache) {
    var installation = KeycloakInstallation.in(cache);
    var content = String.join("\n", realms.stream().map(KeycloakRealm::json).toList());
    var name =
        "%s-java%s-realms-%s"
            .formatted(
                installation.directory().getFileName(), Runtime.version(), Digest.of(content));
    return new KeycloakImage(
        installation, cache.entry(name, directory -> make(installation, realms, directory)));
  }

  /** A home whose data is a copy of the imported database. */
  KeycloakHome newHome() throws IOException {
    var home = KeycloakHome.of(installation, Files.createTempDirectory("keycloak-"));
    Files.createDirectories(home.database().getParent());
    Files.copy(directory.resolve(DATABASE), home.database());
    return home;
  }

  /** The command that starts a server in that home from the class archive. */
  KeycloakCommand command(KeycloakHome home) {
    return KeycloakCommand.of(
        installation.directory(),
        home,
        "-XX:SharedArchiveFile=" + directory.resolve(CLASSES),
        "-Xlog:disable",
        "-Xlog:all=error:stderr");
  }

  private static void make(
      KeycloakInstallation installation, List<KeycloakRealm> realms, Path directory)
      throws IOException {
    var home = KeycloakHome.of(installation, Files.createTempDirectory("keycloak-"));
    Files.createDirectories(home.imports());
    for (var realm : realms) {
      Files.writeString(home.imports().resolve(realm.name() + "-realm.json"), realm.json());
    }
    var archive = "-XX:ArchiveClassesAtExit=" + directory.resolve(CLASSES);
    var command = KeycloakCommand.of(installation.directory(), home, archive, "-Xlog:cds=off");
    runOnce(command, home);
    Files.move(home.database(), directory.resolve(DATABASE));
    home.remove();
  }

  private static void runOnce(KeycloakCommand command, KeycloakHome home) {
    var endpoint = KeycloakEndpoint.plain();
    var arguments = endpoint.arguments(home, "--import-realm");
    var process = KeycloakProcess.launch(command, arguments, home.logFile());
    try (var client = endpoint.client().build()) {
      process.awaitReady(() -> endpoint.ready(client), START_TIME);
    }
    process.stop(STOP_TIME);
  }
}
