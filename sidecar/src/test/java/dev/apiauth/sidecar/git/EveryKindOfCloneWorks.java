package dev.apiauth.sidecar.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.StubCompany;
import dev.apiauth.testkit.product.record.SeenRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever git asks a server for over HTTP passes as it was: dialects, framings, packed bodies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryKindOfCloneWorks {

  private static final int COMMITS = 30;

  private final StubCompany company = new StubCompany();
  private final Protected bitbucket = Hosting.of(company).start();
  private Workplace alice;

  @BeforeAll
  void fill(@TempDir Path folder) {
    alice = Workplace.in(folder, bitbucket.address()).withPassword("x", company.tokenOf("alice"));
    alice.clone("work").orFail();
    for (int i = 1; i <= COMMITS; i++) alice.commit("work", "file.txt", "version " + i);
    alice.push("work").orFail();
  }

  @AfterAll
  void stop() {
    bitbucket.close();
    company.close();
  }

  @Test
  void shallowAndThenDeepened() {
    alice.clone("shallow", "--depth", "1").orFail();
    assertThat(commits("shallow")).isEqualTo(1);

    alice.in("shallow", "fetch", "--deepen", "4").orFail();
    assertThat(commits("shallow")).isEqualTo(5);

    alice.in("shallow", "fetch", "--unshallow").orFail();
    assertThat(commits("shallow")).isEqualTo(COMMITS);
  }

  @Test
  void partialWithFilesFetchedWhenTheyAreNeeded() {
    alice.clone("partial", "--filter=blob:none").orFail();

    assertThat(alice.in("partial", "show", "HEAD~9:file.txt").orFail()).endsWith("version 21");
  }

  @Test
  void aMirror() {
    alice.clone("mirror.git", "--mirror").orFail();

    assertThat(alice.in("mirror.git", "show", "main:file.txt").orFail())
        .isEqualTo("version " + COMMITS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "2"})
  void inEveryVersionOfTheProtocol(String version) {
    bitbucket.product().forget();
    alice.git().configure("protocol.version", version);
    alice.clone("version-" + version).orFail();

    assertThat(commits("version-" + version)).isEqualTo(COMMITS);
    assertThat(posts("git-upload-pack"))
        .allSatisfy(
            seen ->
                assertThat(seen.header("Git-Protocol").orElse("version=0"))
                    .isEqualTo("version=" + version));
  }

  /** More than 1 KiB of a negotiation is sent as gzip. */
  @Test
  void bodiesThatArePackedPass() throws InterruptedException {
    alice.clone("packed").orFail();
    TimeUnit.SECONDS.sleep(1); // git begins with the newest: the other history is newer by a second
    var other = "another history";
    alice.in("packed", "checkout", "--orphan", "other").orFail();
    for (int i = 0; i < 40; i++) alice.commit("packed", "other.txt", other + i);
    alice.commit("work", "file.txt", "one more");
    alice.in("work", "push", "origin", "main:refs/heads/news").orFail();
    bitbucket.product().forget();

    alice.in("packed", "fetch", "origin").orFail();

    assertThat(posts("git-upload-pack"))
        .anySatisfy(seen -> assertThat(seen.header("Content-Encoding")).contains("gzip"));
  }

  /** A pack that is longer than http.postBuffer is sent in chunks, after 100 (Continue) if told. */
  @Test
  void bodiesOfUnknownLengthPass() {
    alice.clone("chunked").orFail();
    bitbucket.product().forget();
    alice.commit("chunked", "noise.txt", Noise.text(200_000));

    alice
        .in("chunked", "-c", "http.postBuffer=65536", "push", "origin", "main:refs/heads/chunked")
        .orFail();

    assertThat(posts("git-receive-pack"))
        .anySatisfy(seen -> assertThat(seen.header("Transfer-Encoding")).contains("chunked"));
  }

  @Test
  void branchesAndTagsAreMadeAndDeleted() {
    alice.clone("refs").orFail();
    alice.in("refs", "push", "origin", "main:refs/heads/topic", "main:refs/tags/v1").orFail();
    assertThat(refs()).contains("refs/heads/topic", "refs/tags/v1");

    alice.in("refs", "push", "origin", ":refs/heads/topic", ":refs/tags/v1").orFail();
    assertThat(refs()).doesNotContain("refs/heads/topic", "refs/tags/v1");
  }

  private String refs() {
    return alice.in("refs", "ls-remote", "origin").orFail();
  }

  private int commits(String copy) {
    return Integer.parseInt(
        alice.in(copy, "rev-list", "--count", "origin/main", "--").orFail().strip());
  }

  private List<SeenRequest> posts(String service) {
    return bitbucket.reachedProduct().stream()
        .filter(seen -> seen.method().equals("POST"))
        .filter(seen -> seen.servedPath().endsWith(service))
        .toList();
  }
}
