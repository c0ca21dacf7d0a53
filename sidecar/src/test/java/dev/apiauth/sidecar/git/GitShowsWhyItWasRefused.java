package dev.apiauth.sidecar.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.StubCompany;
import dev.apiauth.testkit.git.GitResult;
import dev.apiauth.testkit.product.repository.RepositoryPermission;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads in the terminal, to the word. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GitShowsWhyItWasRefused {

  private final StubCompany company = new StubCompany();
  private final Protected bitbucket = Hosting.of(company).start();
  @TempDir private Path folder;

  @BeforeEach
  void forget() {
    bitbucket.product().forget();
  }

  @AfterAll
  void stop() {
    bitbucket.close();
    company.close();
  }

  @Test
  void anOldToken() {
    var old = company.draftFor("alice").expiresIn(Duration.ofHours(-1)).sign();

    refused(
            cloneWith(old),
            "remote: The token has expired. Fetch a new one. (token_expired, request ")
        .contains("fatal: Authentication failed for");
  }

  @Test
  void anOldTokenIsForgottenByTheHelperSoThatTheNextOneIsAskedFor() {
    var old = company.draftFor("alice").expiresIn(Duration.ofHours(-1)).sign();
    var alice = workplace().withPassword("alice", old);

    assertThat(alice.clone("work").printed()).contains("Authentication failed");
    assertThat(alice.clone("work").printed()).contains("could not read Username");
  }

  @Test
  void aPassword() {
    refused(
            cloneWith("wonderland"),
            "remote: Passwords are not accepted. Give git a token in place of the password.")
        .contains("The requested URL returned error: 403");
  }

  @Test
  void aTokenOfTheProductThatThePolicyDoesNotWant() {
    refused(cloneWith(bitbucket.product().issueToken("alice").value()), "product_tokens_refused");
  }

  @Test
  void somebodyOutsideOfTheGroup() {
    var outsider = company.draftFor("alice").claim("groups", List.of("others")).sign();

    refused(cloneWith(outsider), "remote: You are in none of the groups that may call this API.")
        .contains("(group_missing, request ")
        .contains("The requested URL returned error: 403");
  }

  @Test
  void somebodyWithoutATokenOnFile() {
    refused(cloneWith(company.tokenOf("dave")), "vault_entry_missing");
  }

  @Test
  void nobodyAtAll() {
    assertThat(workplace().clone("work").printed())
        .contains("could not read Username")
        .contains("terminal prompts disabled");
    assertThat(bitbucket.product().seen()).isEmpty();
  }

  /** The product's own refusals pass, in its own words. */
  @Test
  void aReaderWhoPushes() {
    bitbucket.product().permit("carol", RepositoryPermission.READ);
    var carol = workplace().withPassword("carol", company.tokenOf("carol"));
    carol.clone("work").orFail();

    assertThat(carol.commit("work", "file.txt", "x").push("work").printed())
        .contains("remote: You are not permitted to push to this repository.")
        .contains("The requested URL returned error: 403");
  }

  private AbstractStringAssert<?> refused(GitResult result, String words) {
    assertThat(result.exit()).isEqualTo(128);
    assertThat(bitbucket.reachedProduct()).isEmpty();
    return assertThat(result.printed()).contains(words);
  }

  private GitResult cloneWith(String password) {
    return workplace().withPassword("alice", password).clone("work");
  }

  private Workplace workplace() {
    return Workplace.in(folder, bitbucket.address());
  }
}
