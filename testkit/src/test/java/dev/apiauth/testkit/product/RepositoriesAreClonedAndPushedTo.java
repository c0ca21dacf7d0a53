package dev.apiauth.testkit.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.git.GitClient;
import dev.apiauth.testkit.git.GitResult;
import dev.apiauth.testkit.product.repository.RepositoryPermission;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real git against the simulator's repositories, with the product's own tokens. */
class RepositoriesAreClonedAndPushedTo {

  private final RunningProduct bitbucket =
      ProductSimulator.bitbucket().withUser("alice").withUser("bob").start();
  @TempDir private Path folder;

  @AfterEach
  void stop() {
    bitbucket.close();
  }

  @Test
  void aTokenAsThePassword() throws IOException {
    var git = client("alice").knowing(site(), "alice", token("alice"));
    push(git, git, "one");

    assertThat(bitbucket.seen())
        .filteredOn(seen -> seen.actedAs().equals("alice"))
        .extracting(seen -> seen.method() + " " + seen.servedPath())
        .contains("POST /scm/abc/site.git/git-receive-pack");
  }

  @Test
  void aTokenAsBearer() throws IOException {
    var git = client("alice").sending(site() + "/scm/", "Bearer " + token("alice"));
    push(git, git, "one");
  }

  @Test
  void whoeverMayOnlyReadCannotPush() throws IOException {
    bitbucket.permit("bob", RepositoryPermission.READ);
    var git = client("bob").knowing(site(), "bob", token("bob"));
    clone(git, "work").orFail();
    commit(git, "work", "one");

    assertThat(git.run(folder.resolve("work"), "push").printed())
        .contains("remote: You are not permitted to push to this repository.")
        .contains("error: 403");
  }

  @Test
  void largeFilesTravelByTokensOfTheirOwn() throws IOException {
    var git = client("alice").withLargeFiles().knowing(site(), "alice", token("alice"));
    clone(git, "work").orFail();
    git.run(folder.resolve("work"), "lfs", "track", "*.bin").orFail();
    git.run(folder.resolve("work"), "add", ".gitattributes").orFail();
    Files.writeString(folder.resolve("work/large.bin"), "large");
    commit(git, "work", "a large file");
    git.run(folder.resolve("work"), "push", "origin", "main").orFail();
    clone(git, "again").orFail();

    assertThat(folder.resolve("again/large.bin")).hasContent("large");
    assertThat(bitbucket.seen())
        .filteredOn(seen -> seen.servedPath().startsWith("/rest/git-lfs/storage/ABC/site/"))
        .extracting(
            seen -> seen.method() + " " + seen.header("Authorization").orElse("").substring(0, 4))
        .containsExactly("PUT JWT ", "GET JWT ");
  }

  private void push(GitClient writer, GitClient reader, String text) throws IOException {
    clone(writer, "work").orFail();
    commit(writer, "work", text);
    writer.run(folder.resolve("work"), "push", "origin", "main").orFail();
    clone(reader, "again").orFail();
    assertThat(folder.resolve("again/file.txt")).hasContent(text);
  }

  private GitResult clone(GitClient git, String into) {
    return git.run(folder, "clone", site() + "/scm/abc/site.git", into);
  }

  private void commit(GitClient git, String work, String text) throws IOException {
    Files.writeString(folder.resolve(work).resolve("file.txt"), text);
    git.run(folder.resolve(work), "add", "--all").orFail();
    git.run(folder.resolve(work), "commit", "--message", text).orFail();
  }

  private GitClient client(String name) throws IOException {
    return GitClient.at(Files.createDirectory(folder.resolve("home-" + name)));
  }

  private URI site() {
    return bitbucket.baseUri();
  }

  private String token(String user) {
    return bitbucket.issueToken(user).value();
  }
}
