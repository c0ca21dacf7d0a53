package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.token.ApiTokenText;
import dev.apiauth.sidecar.apitokens.IssuedSecret;
import dev.apiauth.sidecar.audit.AuditLine;
import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.StubCompany;
import dev.apiauth.testkit.product.record.SeenRequest;
import dev.apiauth.testkit.scenario.Client.Answer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The bridge for clients that can only send Basic: whatever the policy accepts as Bearer it accepts
 * as the password, whoever stands beside it. The product sees it as Bearer, and never a password
 * that it could count as wrong.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnAcceptedTokenIsAPasswordOnRestAndGit {

  private static final String REST = "/rest/api/1.0/dashboard/pull-requests";
  private static final String GIT = "/scm/abc/site.git/info/refs?service=git-upload-pack";
  private static final List<String> NAMES =
      List.of("alice", "bob", "", "somebody@example.com", "x-token-auth", "oauth2");

  private final StubCompany company = new StubCompany();
  private final StubCompany stranger = new StubCompany();

  private final Map<String, Protected> bitbuckets =
      Map.of(
          "everything",
          everyone()
              .with("/spec/credentials/apiTokens", IssuedSecret.SECTION)
              .with("/spec/credentials/personalAccessTokens/policy", "Allow")
              .with("/spec/credentials/productOAuth2/policy", "Allow")
              .start(),
          "provider",
          everyone().with("/spec/access/groups/allow", "[jira-api-users]").start(),
          "nothing",
          stranger
              .trusted(Scenario.bitbucket())
              .with("/spec/access/groups/allow", "[\"*\"]")
              .start());

  private final IssuedSecret issued =
      IssuedSecret.of("alice", "alice").inForceIn(bitbucket("everything"));

  private Scenario everyone() {
    return company
        .trusted(Scenario.bitbucket())
        .with("/spec/providers/0/audiences", "[jira]")
        .with("/spec/access/groups/allow", "[\"*\"]");
  }

  @AfterAll
  void stop() {
    bitbuckets.values().forEach(Protected::close);
    company.close();
    stranger.close();
  }

  @ParameterizedTest(name = "{0} accepted: {1} of {2} is {3}")
  @CsvFileSource(resources = "bridge.csv", numLinesToSkip = 1)
  void byThePolicy(String policy, String kind, String name, String expected) {
    Protected bitbucket = bitbucket(policy);
    String token = token(kind, bitbucket);
    for (String call : List.of(REST, GIT)) {
      bitbucket.product().forget();
      int before = bitbucket.audit().size();

      Answer answer = bitbucket.client().get(call).basic(name, token).send();

      Eventually.holds(() -> bitbucket.audit().size() > before, "the decision is recorded");
      AuditLine line = bitbucket.audit().getLast();
      if (expected.equals("alice")) actedAsAlice(bitbucket, answer);
      else refused(bitbucket, answer, line, expected);
      assertThat(NAMES).allSatisfy(each -> assertThat(failedLogins(bitbucket, each)).isZero());
    }
  }

  private static void actedAsAlice(Protected bitbucket, Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(bitbucket.reachedProduct()).hasSize(1);
    SeenRequest seen = bitbucket.reachedProduct().getFirst();
    assertThat(seen.actedAs()).isEqualTo("alice");
    assertThat(seen.headers("Authorization"))
        .singleElement()
        .satisfies(field -> assertThat(field).startsWith("Bearer "));
  }

  private static void refused(Protected bitbucket, Answer answer, AuditLine line, String reason) {
    assertThat(answer.status()).isIn(401, 403);
    assertThat(line.decision().reason()).isEqualTo(reason);
    assertThat(bitbucket.reachedProduct()).isEmpty();
  }

  private static int failedLogins(Protected bitbucket, String name) {
    return bitbucket.product().failedLogins(name);
  }

  private String token(String kind, Protected bitbucket) {
    return switch (kind) {
      case "provider" -> company.tokenOf("alice");
      case "outsider" -> company.draftFor("alice").claim("groups", List.of("others")).sign();
      case "ended provider" -> company.draftFor("alice").expiresIn(Duration.ofHours(-1)).sign();
      case "foreign provider" -> stranger.tokenOf("alice");
      case "api" -> issued.token();
      case "unknown api" -> ApiTokenText.make(new SecureRandom()).reveal();
      case "product" -> bitbucket.product().issueToken("alice").value();
      case "dead product" -> dead(bitbucket);
      case "oauth2" -> bitbucket.product().issueOAuth2Token("alice").value();
      case "password" -> "open-sesame";
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static String dead(Protected bitbucket) {
    var token = bitbucket.product().issueToken("alice");
    bitbucket.product().revokeToken(token);
    return token.value();
  }

  private Protected bitbucket(String policy) {
    return Objects.requireNonNull(bitbuckets.get(policy), policy);
  }
}
