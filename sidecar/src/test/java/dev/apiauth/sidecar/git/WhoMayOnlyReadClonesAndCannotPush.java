package dev.apiauth.sidecar.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.StubCompany;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The method says nothing here: to fetch is a POST, and to push begins with a GET. */
class WhoMayOnlyReadClonesAndCannotPush {

  private static final String REFUSED = "The API token may not be used for this kind of operation";

  private final StubCompany company = new StubCompany();
  private final Protected bitbucket =
      Hosting.of(company)
          .with("/spec/credentials/apiTokens", IssuedTokens.ACCEPTED)
          .with("/spec/access/groups/readOnly", "[auditors]")
          .start();
  private final String readOnly = IssuedTokens.issue(bitbucket, "Read");
  @TempDir private Path folder;

  @BeforeEach
  void fill() {
    var alice = workplace().withPassword("x", IssuedTokens.issue(bitbucket, ""));
    alice.clone("work").orFail();
    alice.in("work", "lfs", "track", "*.bin").orFail();
    alice.commit("work", "file.txt", "one").commit("work", "large.bin", "large");
    alice.push("work").orFail();
    bitbucket.product().forget();
  }

  @AfterEach
  void stop() {
    bitbucket.close();
    company.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "bearer"})
  void inTheWordsThatGitShows(String place) {
    var reader =
        place.equals("bearer")
            ? workplace().withBearer(readOnly)
            : workplace().withPassword("x", readOnly);
    reader.clone("copy").orFail();
    assertThat(reader.read("copy", "file.txt")).isEqualTo("one");
    assertThat(reader.read("copy", "large.bin")).isEqualTo("large");
    reader.in("copy", "fetch", "origin").orFail();

    var pushed = reader.commit("copy", "file.txt", "two").push("copy");

    assertThat(pushed.exit()).isNotZero();
    assertThat(pushed.printed())
        .contains("remote: " + REFUSED + ": Write. (api_token_operation_refused, request ")
        .contains("The requested URL returned error: 403");
  }

  @Test
  void largeFilesAreRefusedBeforeTheFirstOctet() {
    var reader = workplace().withPassword("x", readOnly);
    reader.clone("copy").orFail();
    bitbucket.product().forget();

    reader.commit("copy", "another.bin", "another");
    var pushed = reader.in("copy", "lfs", "push", "origin", "main");

    assertThat(pushed.exit()).isNotZero();
    assertThat(pushed.printed()).contains(REFUSED);
    assertThat(bitbucket.reachedProduct()).noneMatch(seen -> seen.servedPath().contains("lfs"));
  }

  @Test
  void locksAreSeenAndNotTaken() {
    var reader = workplace().withPassword("x", readOnly);
    reader.clone("copy").orFail();

    assertThat(reader.in("copy", "lfs", "locks").exit()).isZero();
    assertThat(reader.in("copy", "lfs", "lock", "large.bin").printed()).contains(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "bearer"})
  void soDoesAMemberOfAReadOnlyGroup(String place) {
    var token =
        company.draftFor("alice").claim("groups", List.of("jira-api-users", "auditors")).sign();
    var auditor =
        place.equals("bearer")
            ? workplace().withBearer(token)
            : workplace().withPassword("alice", token);
    auditor.clone("copy").orFail();
    assertThat(auditor.read("copy", "large.bin")).isEqualTo("large");
    auditor.in("copy", "fetch", "origin").orFail();
    bitbucket.product().forget();

    var pushed = auditor.commit("copy", "file.txt", "two").push("copy");

    assertThat(pushed.exit()).isNotZero();
    assertThat(pushed.printed())
        .contains("remote: You are in a group that may only read here.")
        .contains("(group_reads_only, request ")
        .contains("The requested URL returned error: 403");
    assertThat(bitbucket.reachedProduct())
        .noneMatch(seen -> seen.servedPath().endsWith("git-receive-pack"));
  }

  private Workplace workplace() {
    return Workplace.in(folder, bitbucket.address()).withLargeFiles();
  }
}
