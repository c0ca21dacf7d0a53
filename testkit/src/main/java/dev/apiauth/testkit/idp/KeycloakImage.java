package dev.apiauth.testkit.idp;

import dev.apiauth.testkit.cache.TestCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a start can skip because it was done before: a class data archive of a server that ran once,
 * and a database with the realms imported. Together they make a start of 12 s one of 3 s.
 *
 * @param installation whose server it is
 * @param classes the class data archive (JEP 350); a JVM that cannot use it does without
 * @param database of H2
 */
record KeycloakImage(KeycloakInstallation installation, Path classes, Path database) {

  private static final String CLASSES = "server.jsa";
  private static final String DATABASE = "keycloakdb.mv.db";
  private static final Duration START_TIME = Duration.ofMinutes(3);

  /** Writing the class archive happens at the end and takes about 5 s. */
  private static final Duration STOP_TIME = Duration.ofMinutes(2);

  /** Takes both from the cache; makes what this machine has not made yet. */
  static KeycloakImage of(List<KeycloakRealm> realms, TestCache cache) {
    var installation = KeycloakInstallation.in(cache);
    var classes = classesOf(installation, cache).resolve(CLASSES);
    var database = databaseOf(installation, classes, realms, cache).resolve(DATABASE);
    return new KeycloakImage(installation, classes, database);
  }

  /** A home whose data is a copy of the imported database. */
  KeycloakHome newHome() throws IOException {
    var home = KeycloakHome.of(installation, Files.createTempDirectory("keycloak-"));
    Files.createDirectories(home.database().getParent());
    Files.copy(database, home.database());
    return home;
  }

  /** The command that starts a server in that home from the class archive. */
  KeycloakCommand command(KeycloakHome home) {
    return KeycloakCommand.of(installation.directory(), home, using(classes));
  }

  private static String using(Path classes) {
    return "-XX:SharedArchiveFile=" + classes;
  }

  private static Path classesOf(KeycloakInstallation installation, TestCache cache) {
    var name = "%s-java%s".formatted(installation.directory().getFileName(), Runtime.version());
    return cache.entry(
        name,
        directory -> {
          var home = KeycloakHome.of(installation, Files.createTempDirectory("keycloak-"));
          runOnce(installation, home, "-XX:ArchiveClassesAtExit=" + directory.resolve(CLASSES));
          home.remove();
        });
  }

  private static Path databaseOf(
      KeycloakInstallation installation,
      Path classes,
      List<KeycloakRealm> realms,
      TestCache cache) {
    var content = String.join("\n", realms.stream().map(KeycloakRealm::json).toList());
    var name = "%s-realms-%s".formatted(installation.directory().getFileName(), Digest.of(content));
    return cache.entry(
        name,
        directory -> {
          var home = KeycloakHome.of(installation, Files.createTempDirectory("keycloak-"));
          writeImports(realms, home);
          runOnce(installation, home, using(classes), "--import-realm");
          Files.move(home.database(), directory.resolve(DATABASE));
          home.remove();
        });
  }

  private static void writeImports(List<KeycloakRealm> realms, KeycloakHome home)
      throws IOException {
    Files.createDirectories(home.imports());
    for (var realm : realms) {
      Files.writeString(home.imports().resolve(realm.name() + "-realm.json"), realm.json());
    }
  }

  private static void runOnce(
      KeycloakInstallation installation, KeycloakHome home, String jvmOption, String... arguments) {
    var endpoint = KeycloakEndpoint.plain();
    var command = KeycloakCommand.of(installation.directory(), home, jvmOption);
    var process =
        KeycloakProcess.launch(command, endpoint.arguments(home, arguments), home.logFile());
    try (var client = endpoint.client().build()) {
      process.awaitReady(() -> endpoint.ready(client), START_TIME);
    }
    process.stop(STOP_TIME);
  }
}
