package dev.apiauth.testkit.playground;

import dev.apiauth.testkit.git.GitClient;
import dev.apiauth.testkit.git.GitResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * A repository of Bitbucket in the hands of the machine's own git: alice pushes with one API token,
 * svc-ci clones with a read-only one. A token is the password; the user name is anything.
 */
public final class GitCalls {

  /** An empty repository that the simulator has from its start. */
  public static final String REPOSITORY = "/scm/abc/site.git";

  private static final String PAGE = "index.html";

  private final Stand bitbucket;
  private final Path folder;
  private final Screen screen;
  private final List<Judged> rows = new ArrayList<>();

  /**
   * Nothing was called yet.
   *
   * @param folder where clones are put
   */
  public GitCalls(Stand bitbucket, Path folder, Screen screen) {
    this.bitbucket = bitbucket;
    this.folder = folder;
    this.screen = screen;
  }

  /** What git asks first, with a token as Bearer: until its value is in force, this is refused. */
  public Attempt firstQuestion(String user, String token) {
    String path = REPOSITORY + "/info/refs?service=git-upload-pack";
    return new Attempt(
        bitbucket,
        "GET " + path,
        user + ", API token",
        Expected.as(user, 200),
        client -> client.get(path).bearer(token));
  }

  /**
   * Makes all of them, a line for each, and returns what came of them. Where git is not installed,
   * a sentence says so, and nothing is tried.
   *
   * @param alices a token of alice for the repository
   * @param readOnly a token of svc-ci for reading it
   */
  public List<Judged> make(String alices, String readOnly) {
    try {
      GitClient alice = somebody("alice", alices);
      GitClient pipeline = somebody("svc-ci", readOnly);
      pushed(alice);
      clonedAndNotPushed(pipeline);
    } catch (TestAbortedException absent) {
      screen.line("  There is no git on this machine, so none of this is shown: install it.");
    }
    return List.copyOf(rows);
  }

  private void pushed(GitClient alice) {
    Path home = folder.resolve("alice");
    Path work = home.resolve("site");
    run("git clone, alice's token", "alice", alice, home, "clone", url(), "site");
    commit(alice, work, "<h1>Hello</h1>");
    run("git push, alice's token", "alice", alice, work, "push", "origin", "HEAD:main");
  }

  private void clonedAndNotPushed(GitClient pipeline) {
    Path home = folder.resolve("svc-ci");
    Path work = home.resolve("site");
    run("git clone, a read-only token", "svc-ci", pipeline, home, "clone", url(), "site");
    if (!Files.exists(work.resolve(PAGE)))
      throw new IllegalStateException("the clone lacks what was pushed: " + work);
    commit(pipeline, work, "<h1>Goodbye</h1>");
    refused("git push, a read-only token", pipeline, work, "push", "origin", "HEAD:main");
  }

  private void run(String what, String user, GitClient git, Path where, String... arguments) {
    show(what, Optional.of(user), git, where, arguments);
  }

  private void refused(String what, GitClient git, Path where, String... arguments) {
    GitRow row = show(what, Optional.empty(), git, where, arguments);
    row.said().ifPresent(words -> screen.line("       " + screen.style().faint(words)));
  }

  private GitRow show(
      String what, Optional<String> user, GitClient git, Path where, String... arguments) {
    bitbucket.product().forget();
    GitResult result = git.run(where, arguments);
    var row = new GitRow(what, user, result, bitbucket.product().actedAs());
    rows.add(row);
    if (row.asExpected()) screen.done(row.text(), result.took());
    else screen.failed(row.text() + "\n" + result.printed());
    return row;
  }

  private static void commit(GitClient git, Path work, String page) {
    try {
      Files.writeString(work.resolve(PAGE), page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    git.run(work, "add", PAGE).orFail();
    git.run(work, "commit", "--quiet", "--message=" + page).orFail();
  }

  private GitClient somebody(String name, String token) {
    try {
      Path home = Files.createDirectories(folder.resolve(name));
      return GitClient.at(home).knowing(bitbucket.address(), "anything", token);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String url() {
    return bitbucket.address() + REPOSITORY;
  }
}
