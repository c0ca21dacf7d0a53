package dev.apiauth.sidecar.git;

import dev.apiauth.testkit.git.GitClient;
import dev.apiauth.testkit.git.GitResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who uses git through a sidecar.
 *
 * @param git their git
 * @param folder where their working copies are
 * @param site the sidecar's address
 * @param repository which one of the project ABC is cloned
 */
record Workplace(GitClient git, Path folder, URI site, String repository) {

  /** In a folder of their own, with no credential yet. */
  static Workplace in(Path parent, URI site) {
    try {
      var folder = Files.createTempDirectory(parent, "work");
      return new Workplace(
          GitClient.at(Files.createDirectory(folder.resolve("home"))), folder, site, "site");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With a token where git looks for passwords. */
  Workplace withPassword(String user, String token) {
    git.knowing(site, user, token);
    return this;
  }

  /** With a token that is sent unasked, with requests for repositories alone. */
  Workplace withBearer(String token) {
    git.sending(site + "/scm/", "Bearer " + token);
    return this;
  }

  Workplace withLargeFiles() {
    git.withLargeFiles();
    return this;
  }

  /** The same person with another repository. */
  Workplace on(String other) {
    return new Workplace(git, folder, site, other);
  }

  /** Clones the repository. */
  GitResult clone(String into, String... options) {
    var words = new ArrayList<>(List.of("clone"));
    words.addAll(List.of(options));
    words.addAll(List.of(site + "/scm/abc/" + repository + ".git", into));
    return git.run(folder, words.toArray(String[]::new));
  }

  /** Runs git in a working copy. */
  GitResult in(String copy, String... arguments) {
    return git.run(folder.resolve(copy), arguments);
  }

  /** Commits a file with that content. */
  Workplace commit(String copy, String file, String content) {
    write(copy, file, content);
    return commitAll(copy);
  }

  /** Commits what was changed. */
  Workplace commitAll(String copy) {
    in(copy, "add", "--all").orFail();
    in(copy, "commit", "--message", "Change something").orFail();
    return this;
  }

  private void write(String copy, String file, String content) {
    try {
      Files.writeString(folder.resolve(copy).resolve(file), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  GitResult push(String copy) {
    return in(copy, "push", "origin", "main");
  }

  /** What a file of a working copy holds. */
  String read(String copy, String file) {
    try {
      return Files.readString(folder.resolve(copy).resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
