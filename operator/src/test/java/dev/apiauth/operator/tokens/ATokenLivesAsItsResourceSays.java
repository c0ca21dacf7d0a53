package dev.apiauth.operator.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.crd.status.AtlassianApiTokenStatus;
import dev.apiauth.operator.Eventually;
import dev.apiauth.policy.document.ApiTokensDocument.ApiTokenDocument;
import dev.apiauth.policy.token.ApiTokenText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From a resource to what sidecars mount, on a real API server, under the chart's roles. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ATokenLivesAsItsResourceSays {

  private TokenNamespace namespace;

  @BeforeAll
  void start() {
    namespace = TokenNamespace.start();
    namespace.policy("jira", "{}");
  }

  @AfterAll
  void stop() {
    namespace.close();
  }

  @Test
  void itsValueIsInASecretAndItsHashWithTheSidecars() {
    namespace.token(
        "ci",
        "jira",
        "svc-ci",
        "lifetime: 720h, groups: [bots], operations: [Read], methods: [GET], paths: [/rest/api]");

    AtlassianApiTokenStatus status = namespace.becomes("ci", "Issued");
    ApiTokenText value = namespace.value("ci-api-token");

    assertThat(status.tokenId()).isEqualTo(value.id());
    assertThat(status.hash()).isEqualTo(value.hash().hex());
    assertThat(status.secretName()).isEqualTo("ci-api-token");
    ApiTokenDocument published = published("ci").getFirst();
    assertThat(published.id()).isEqualTo(value.id());
    assertThat(published.hash()).isEqualTo(value.hash().hex());
    assertThat(published.username()).isEqualTo("svc-ci");
    assertThat(published.groups()).containsExactly("bots");
    assertThat(published.methods()).containsExactly("GET");
    assertThat(published.paths()).containsExactly("/rest/api");
    assertThat(Instant.parse(published.notAfter()))
        .isEqualTo(created("ci").plus(Duration.ofDays(30)));
  }

  @Test
  void theSecretMayGoAndTheTokenGoesOn() {
    namespace.token("taken", "jira", "taker", "lifetime: 720h");
    AtlassianApiTokenStatus before = namespace.becomes("taken", "Issued");
    namespace
        .cluster()
        .admin()
        .resource(namespace.secret("taken-api-token").orElseThrow())
        .delete();

    namespace.token("taken", "jira", "taker", "lifetime: 700h");
    AtlassianApiTokenStatus after =
        Eventually.satisfies(
            () -> namespace.status("taken"),
            status -> status.observedGeneration() != null && status.observedGeneration() == 2);

    assertThat(after.tokenId()).isEqualTo(before.tokenId());
    assertThat(namespace.secret("taken-api-token")).isEmpty();
    assertThat(published("taken"))
        .extracting(ApiTokenDocument::id)
        .containsExactly(before.tokenId());
  }

  @Test
  void toDeleteItIsToRevokeIt() {
    namespace.token("leaver", "jira", "leaver", "lifetime: 720h");
    namespace.becomes("leaver", "Issued");
    assertThat(published("leaver")).hasSize(1);

    namespace.delete("leaver");

    namespace.published("jira", tokens -> of("leaver", tokens).isEmpty());
    Eventually.satisfies(
        () -> Optional.of(namespace.secret("leaver-api-token")), Optional::isEmpty);
  }

  private List<ApiTokenDocument> published(String token) {
    return of(token, namespace.published("jira", tokens -> !of(token, tokens).isEmpty()));
  }

  private static List<ApiTokenDocument> of(String token, List<ApiTokenDocument> tokens) {
    return tokens.stream()
        .filter(each -> each.source().equals("AtlassianApiToken " + token))
        .toList();
  }

  private Instant created(String token) {
    return Instant.parse(namespace.token(token).orElseThrow().getMetadata().getCreationTimestamp());
  }
}
