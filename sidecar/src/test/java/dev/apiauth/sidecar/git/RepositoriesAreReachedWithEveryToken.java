package dev.apiauth.sidecar.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Company;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real git, real repositories: whatever the token, and wherever it is put, git works and the
 * product sees its user's own token as Bearer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepositoriesAreReachedWithEveryToken {

  private final Protected bitbucket =
      Company.trusted(Scenario.bitbucket())
          .with("/spec/credentials/personalAccessTokens/policy", "Allow")
          .with("/spec/credentials/apiTokens", IssuedTokens.ACCEPTED)
          .with("/spec/access/groups/allow", "[\"*\"]")
          .start();
  @TempDir private Path folder;

  @BeforeEach
  void forget() {
    bitbucket.product().forget();
  }

  @AfterAll
  void stop() {
    bitbucket.close();
  }

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource({
    "provider, password of alice",
    "provider, password of x-token-auth",
    "provider, password of somebody.else@example.com",
    "provider, bearer",
    "product, password of alice",
    "product, password of x-token-auth",
    "product, password of somebody.else@example.com",
    "product, bearer",
    "api, password of alice",
    "api, password of x-token-auth",
    "api, password of somebody.else@example.com",
    "api, bearer",
  })
  void cloneCommitPushFetch(String kind, String place) {
    var alice = put(token(kind), place);
    alice.clone("one").orFail();
    alice.clone("two").orFail();
    var content = kind + " as " + place;

    alice.commit("one", "file.txt", content).push("one").orFail();
    alice.in("two", "fetch", "origin").orFail();
    alice.in("two", "reset", "--hard", "origin/main").orFail();

    assertThat(alice.read("two", "file.txt")).isEqualTo(content);
    assertThat(bitbucket.reachedProduct())
        .isNotEmpty()
        .allSatisfy(seen -> assertThat(seen.actedAs()).isEqualTo("alice"))
        .allSatisfy(
            seen -> assertThat(seen.header("Authorization").orElse("")).startsWith("Bearer BBDC-"));
  }

  private Workplace put(String token, String place) {
    var alice = Workplace.in(folder, bitbucket.address());
    return place.equals("bearer")
        ? alice.withBearer(token)
        : alice.withPassword(place.replace("password of ", ""), token);
  }

  private String token(String kind) {
    return switch (kind) {
      case "provider" -> Company.realm().tokenOf("alice");
      case "api" -> IssuedTokens.issue(bitbucket, "");
      default -> bitbucket.product().issueToken("alice").value();
    };
  }
}
