package dev.apiauth.sidecar.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.audit.AuditLine;
import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.StubCompany;
import dev.apiauth.testkit.product.record.SeenRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real git-lfs: the batch is asked for with the caller's token, each transfer is made with the
 * short-lived one that the product answered.
 */
class LargeFilesTravelOnTokensOfTheProduct {

  private static final String TRANSFERS = "/rest/git-lfs/storage/";
  private static final String OID = "a".repeat(64);

  private final StubCompany company = new StubCompany();
  private final Protected bitbucket = Hosting.of(company).start();
  @TempDir private Path folder;

  @AfterEach
  void stop() {
    bitbucket.close();
    company.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "bearer"})
  void pushedAndPulled(String place) {
    var token = company.tokenOf("alice");
    var alice =
        place.equals("bearer") ? alice().withBearer(token) : alice().withPassword("x", token);
    pushLargeFile(alice);
    alice.clone("again").orFail();

    assertThat(alice.read("again", "large.bin")).isEqualTo("large");
    assertThat(transfers().map(LargeFilesTravelOnTokensOfTheProduct::told))
        .containsExactly("PUT with JWT as alice", "GET with JWT as alice");
    assertThat(bitbucket.reachedProduct())
        .filteredOn(seen -> seen.servedPath().startsWith("/scm/"))
        .isNotEmpty()
        .allSatisfy(seen -> assertThat(told(seen)).endsWith("with Bearer as alice"));
    Eventually.holds(
        () -> recorded(line -> line.caller().kind().equals("transfer-token")) == 2,
        "both transfers are recorded");
  }

  /** git-lfs then sends two Authorization lines with each transfer: its own and the product's. */
  @Test
  void aHeaderForTheWholeSiteIsOneTooMany() {
    var alice = alice();
    alice.git().sending(bitbucket.address() + "/", "Bearer " + company.tokenOf("alice"));
    alice.clone("work").orFail();
    alice.in("work", "lfs", "track", "*.bin").orFail();

    var pushed = alice.commit("work", "large.bin", "large").push("work");

    assertThat(pushed.exit()).isNotZero();
    assertThat(pushed.printed()).contains("LFS: Client error");
    Eventually.holds(
        () -> recorded(line -> line.decision().reason().equals("duplicate_authorization")) > 0,
        "the refusal is recorded");
    assertThat(transfers()).isEmpty();
  }

  @Test
  void lockedAndUnlocked() {
    var alice = alice().withPassword("x", company.tokenOf("alice"));
    pushLargeFile(alice);

    assertThat(alice.in("work", "lfs", "lock", "large.bin").orFail()).contains("Locked large.bin");
    assertThat(alice.in("work", "lfs", "locks").orFail()).contains("large.bin", "alice");
    alice.in("work", "lfs", "unlock", "large.bin").orFail();
    assertThat(alice.in("work", "lfs", "locks").orFail()).doesNotContain("large.bin");
  }

  /** Nobody here can verify one, so the product does, and it says no. */
  @Test
  void aForgedTokenOpensNothing() {
    var forged = "JWT eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJiaXRidWNrZXQiLCJzdWIiOiJhbGljZSJ9.c2ln";
    var answer =
        bitbucket
            .client()
            .get(TRANSFERS + "ABC/site/" + OID)
            .header("Authorization", forged)
            .send();

    assertThat(answer.status()).isEqualTo(401);
    assertThat(bitbucket.reachedProduct())
        .singleElement()
        .satisfies(seen -> assertThat(seen.actedAs()).isEqualTo("anonymous"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/rest/api/latest/dashboard/pull-requests",
        "/rest/git-lfs/admin",
        "/scm/abc/site.git/info/refs?service=git-upload-pack"
      })
  void aRealTokenOpensNothingElse(String path) {
    var alice = alice().withPassword("x", company.tokenOf("alice"));
    pushLargeFile(alice);
    var real = transfers().findFirst().orElseThrow().header("Authorization").orElseThrow();
    bitbucket.product().forget();

    var answer = bitbucket.client().get(path).header("Authorization", real).send();

    assertThat(answer.body()).contains("application_link_refused");
    assertThat(bitbucket.product().seen()).isEmpty();
  }

  @Test
  void networksBindTransfersToo() {
    var alice = alice().withPassword("x", company.tokenOf("alice"));
    pushLargeFile(alice);
    var upload = transfers().findFirst().orElseThrow();
    bitbucket.product().forget();
    bitbucket.edit(resource -> resource.with("/spec/access/cidrs/allow", "[10.0.0.0/8]"));

    var answer =
        bitbucket
            .client()
            .get(upload.requestUri())
            .header("Authorization", upload.header("Authorization").orElseThrow())
            .send();

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("address_refused");
    assertThat(bitbucket.product().seen()).isEmpty();
  }

  @Test
  void whoMayNotCallIsToldByGitLfs() {
    var alice = alice().withPassword("x", company.tokenOf("alice"));
    pushLargeFile(alice);
    var outsider = company.draftFor("alice").claim("groups", List.of("others")).sign();
    alice.withPassword("x", outsider);

    var pulled = alice.in("work", "lfs", "fetch", "--refetch", "origin", "main");
    var locked = alice.in("work", "lfs", "lock", "large.bin");

    assertThat(locked.exit()).as(pulled.printed()).isNotZero();
    assertThat(locked.printed())
        .contains("You are in none of the groups that may call this API.", "(group_missing)");
  }

  private void pushLargeFile(Workplace from) {
    from.clone("work").orFail();
    from.in("work", "lfs", "track", "*.bin").orFail();
    from.commit("work", "large.bin", "large").push("work").orFail();
  }

  private Stream<SeenRequest> transfers() {
    return bitbucket.reachedProduct().stream()
        .filter(seen -> seen.servedPath().startsWith(TRANSFERS));
  }

  private static String told(SeenRequest seen) {
    var scheme = seen.header("Authorization").orElse("nothing").split(" ", 2)[0];
    return seen.method() + " with " + scheme + " as " + seen.actedAs();
  }

  private Workplace alice() {
    return Workplace.in(folder, bitbucket.address()).withLargeFiles();
  }

  private long recorded(Predicate<AuditLine> which) {
    return bitbucket.audit().stream().filter(which).count();
  }
}
