package dev.apiauth.testkit.idp;

import dev.apiauth.testkit.cache.TestCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * {@code oidc-provider} and what it needs, in the versions of a lock file, installed once per
 * machine; offline afterwards.
 *
 * @param programs that run it
 * @param script to be run
 */
record OidcProviderInstallation(NodePrograms programs, Path script) {

  private static final String SCRIPT = "server.mjs";
  private static final List<String> SOURCES = List.of("package.json", "package-lock.json", SCRIPT);
  private static final long INSTALL_MINUTES = 5;

  /** Exactly what the lock file says, without running what packages bring along. */
  private static final List<String> INSTALL =
      List.of("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");

  /**
   * Takes it from the cache; installs it where this machine has none of these versions yet.
   *
   * @throws IllegalStateException with what npm said if it could not
   */
  static OidcProviderInstallation in(TestCache cache) {
    var programs = NodePrograms.ofMachine();
    var content =
        String.join("\n", SOURCES.stream().map(OidcProviderInstallation::source).toList());
    var entry =
        cache.entry(
            "oidc-provider-" + Digest.of(content), directory -> install(programs, directory));
    return new OidcProviderInstallation(programs, entry.resolve(SCRIPT));
  }

  private static void install(NodePrograms programs, Path directory) throws IOException {
    for (var name : SOURCES) {
      Files.writeString(directory.resolve(name), source(name));
    }
    var log = directory.resolve("npm.log");
    var words = new ArrayList<>(List.of(programs.npm().toString()));
    words.addAll(INSTALL);
    var npm =
        new ProcessBuilder(words)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!succeeds(npm)) {
      throw new IllegalStateException(
          "npm cannot install oidc-provider (the first time it needs a package registry): "
              + Files.readString(log).strip());
    }
  }

  private static boolean succeeds(Process npm) {
    try {
      boolean ended = npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES);
      if (!ended) {
        npm.destroyForcibly();
      }
      return ended && npm.exitValue() == 0;
    } catch (InterruptedException e) {
      npm.destroyForcibly();
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String source(String name) {
    try (var resource =
        OidcProviderInstallation.class.getResourceAsStream("oidc-provider/" + name)) {
      return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("no " + name, e);
    }
  }
}
