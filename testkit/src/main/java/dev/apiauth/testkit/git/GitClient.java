package dev.apiauth.testkit.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/**
 * Somebody who uses git: a home with a configuration and credentials of its own. Nothing of the
 * machine's or the user's configuration counts, and nobody is there to type a password.
 */
public final class GitClient {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path home;

  private GitClient(Path home) {
    this.home = home;
  }

  /**
   * A user with that home.
   *
   * @param home an empty folder
   * @throws TestAbortedException if the machine has no git
   */
  public static GitClient at(Path home) {
    var client = new GitClient(home);
    client.need("git", "--version");
    client.configure("user.name", "Somebody");
    client.configure("user.email", "somebody@example.com");
    client.configure("init.defaultBranch", "main");
    return client;
  }

  /**
   * The same with Git LFS, as {@code git lfs install} sets it up.
   *
   * @throws TestAbortedException if the machine has no git-lfs
   */
  public GitClient withLargeFiles() {
    need("git-lfs", "lfs", "version");
    run(home, "lfs", "install", "--skip-repo").orFail();
    return this;
  }

  /** Has that password on file for a site, where git finds it when it is asked for one. */
  public GitClient knowing(URI site, String user, String password) {
    var line =
        "%s://%s:%s@%s\n"
            .formatted(site.getScheme(), encode(user), encode(password), site.getAuthority());
    try {
      Files.writeString(home.resolve(".git-credentials"), line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return configure("credential.helper", "store");
  }

  /** Sends that {@code Authorization} unasked with every request below the URL. */
  public GitClient sending(String url, String authorization) {
    return configure("http.%s.extraHeader".formatted(url), "Authorization: " + authorization);
  }

  /** Sets a value in the user's configuration. */
  public GitClient configure(String name, String value) {
    run(home, "config", "--global", name, value).orFail();
    return this;
  }

  /** Runs {@code git} in that folder to its end. */
  public GitResult run(Path folder, String... arguments) {
    return run(folder, List.of(), arguments);
  }

  /**
   * The same under some more variables.
   *
   * @param environment names and values, {@code name=value}
   */
  public GitResult run(Path folder, List<String> environment, String... arguments) {
    long start = System.nanoTime();
    try {
      var process = command(folder, environment, arguments).start();
      process.getOutputStream().close();
      var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("git did not end within " + PATIENCE);
      }
      return new GitResult(
          process.exitValue(), printed, Duration.ofNanos(System.nanoTime() - start));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while git ran", e);
    }
  }

  private ProcessBuilder command(Path folder, List<String> variables, String... arguments) {
    var words = new ArrayList<>(List.of("git"));
    words.addAll(List.of(arguments));
    var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    var environment = builder.environment();
    environment
        .keySet()
        .removeIf(
            name -> name.startsWith("GIT_") || name.endsWith("_PROXY") || name.endsWith("_proxy"));
    environment.put("HOME", home.toString());
    environment.put("XDG_CONFIG_HOME", home.resolve(".config").toString());
    environment.put("LC_ALL", "C");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    for (String variable : variables) {
      var parts = variable.split("=", 2);
      environment.put(parts[0], parts[1]);
    }
    return builder;
  }

  private void need(String program, String... question) {
    try {
      if (run(home, question).exit() == 0) {
        return;
      }
    } catch (UncheckedIOException absent) {
      // said below
    }
    throw new TestAbortedException(
        "SKIPPED: there is no "
            + program
            + ", so it was not tried (apt-get install "
            + program
            + ")");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
