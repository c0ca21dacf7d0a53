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
import java.util.function.Supplier;
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
  private final Screen screen;
  private final Person alice;
  private final Person pipeline;
  private final List<Judged> rows = new ArrayList<>();

  /**
   * Somebody who uses git.
   *
   * @param home where clones are put
   */
  private record Person(Path home, GitClient git) {

    static Person in(Path home) {
      try {
        return new Person(home, GitClient.at(Files.createDirectories(home)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Path work() {
      return home.resolve("site");
    }
  }

  private GitCalls(Stand bitbucket, Path folder, Screen screen) {
    this.bitbucket = bitbucket;
    this.screen = screen;
    this.alice = Person.in(folder.resolve("alice"));
    this.pipeline = Person.in(folder.resolve("svc-ci"));
  }

  /**
   * Nothing is called yet. Empty where git is not installed, which the screen says: the simulator
   * has no repositories without it either.
   *
   * @param folder where clones are put
   */
  public static Optional<GitCalls> ifInstalled(Stand bitbucket, Path folder, Screen screen) {
    try {
      return Optional.of(new GitCalls(bitbucket, folder, screen));
    } catch (TestAbortedException absent) {
      screen.line("  There is no git on this machine, so none of this is shown: install it.");
      return Optional.empty();
    }
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
   * Makes all of them, a line for each, and returns what came of them.
   *
   * @param alices a token of alice for the repository
   * @param readOnly a token of svc-ci for reading it
   */
  public List<Judged> make(String alices, String readOnly) {
    alice.git().knowing(bitbucket.address(), "anything", alices);
    pipeline.git().knowing(bitbucket.address(), "anything", readOnly);
    push();
    cloneAndNotPush();
    return List.copyOf(rows);
  }

  private void push() {
    show("git clone, alice's token", Optional.of("alice"), clone(alice));
    commit(alice, "<h1>Hello</h1>");
    show("git push, alice's token", Optional.of("alice"), push(alice));
  }

  private void cloneAndNotPush() {
    show("git clone, a read-only token", Optional.of("svc-ci"), clone(pipeline));
    if (!Files.exists(pipeline.work().resolve(PAGE)))
      throw new IllegalStateException("the clone lacks what was pushed: " + pipeline.work());
    commit(pipeline, "<h1>Goodbye</h1>");
    GitRow row = show("git push, a read-only token", Optional.empty(), push(pipeline));
    row.said().ifPresent(words -> screen.line("       " + screen.style().faint(words)));
  }

  private Supplier<GitResult> clone(Person person) {
    String url = bitbucket.address() + REPOSITORY;
    return () -> person.git().run(person.home(), "clone", url, "site");
  }

  private static Supplier<GitResult> push(Person person) {
    return () -> person.git().run(person.work(), "push", "origin", "HEAD:main");
  }

  private GitRow show(String what, Optional<String> user, Supplier<GitResult> git) {
    bitbucket.product().forget();
    GitResult result = git.get();
    var row = new GitRow(what, user, result, bitbucket.product().actedAs());
    rows.add(row);
    if (row.asExpected()) screen.done(row.text(), result.took());
    else screen.failed(row.text() + "\n" + result.printed());
    return row;
  }

  private static void commit(Person person, String page) {
    try {
      Files.writeString(person.work().resolve(PAGE), page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    person.git().run(person.work(), "add", PAGE).orFail();
    person.git().run(person.work(), "commit", "--quiet", "--message=" + page).orFail();
  }
}
