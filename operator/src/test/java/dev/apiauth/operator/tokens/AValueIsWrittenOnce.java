package dev.apiauth.operator.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.crd.status.AtlassianApiTokenStatus;
import dev.apiauth.crd.status.PreviousToken;
import dev.apiauth.operator.Eventually;
import dev.apiauth.operator.gather.UncheckedApiToken;
import dev.apiauth.policy.document.ApiTokensDocument.ApiTokenDocument;
import dev.apiauth.policy.token.ApiTokenText;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a user holds goes on working until it is rotated, and nothing of others is overwritten. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AValueIsWrittenOnce {

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
  void alsoWhereTheOperatorBeginsAnew() {
    namespace.token("kept", "jira", "keeper", "lifetime: 720h");
    namespace.becomes("kept", "Issued");
    List<String> before = versions("kept");

    namespace.cluster().stopOperator();
    namespace.cluster().startOperator();
    namespace.token("next", "jira", "keeper", "lifetime: 720h");
    namespace.becomes("next", "Issued");

    assertThat(versions("kept")).isEqualTo(before);
  }

  /** The token, and its Secret: neither was written if both are the same. */
  private List<String> versions(String token) {
    return Stream.of(namespace.token(token), namespace.secret(token + "-api-token"))
        .map(object -> object.orElseThrow().getMetadata().getResourceVersion())
        .toList();
  }

  @Test
  void alsoWhereTheOperatorEndedBeforeItWasRecorded() {
    namespace.token("half", "jira", "half", "lifetime: 720h");
    namespace.becomes("half", "Issued");
    ApiTokenText value = namespace.value("half-api-token");
    namespace.cluster().stopOperator();
    forget("half");

    namespace.cluster().startOperator();

    AtlassianApiTokenStatus after = namespace.becomes("half", "Issued");
    assertThat(after.tokenId()).isEqualTo(value.id());
    assertThat(after.hash()).isEqualTo(value.hash().hex());
  }

  private void forget(String name) {
    UncheckedApiToken token = namespace.token(name).orElseThrow();
    token.setStatus(AtlassianApiTokenStatus.NONE);
    namespace.cluster().admin().resource(token).updateStatus();
  }

  @Test
  void aNewTriggerMakesANewOneAndBothWorkForAWhile() {
    namespace.token("turned", "jira", "turner", "lifetime: 720h, rotation: {trigger: \"1\"}");
    AtlassianApiTokenStatus first = namespace.becomes("turned", "Issued");
    ApiTokenText old = namespace.value("turned-api-token");

    namespace.token(
        "turned", "jira", "turner", "lifetime: 720h, rotation: {trigger: \"2\", overlap: 8s}");
    AtlassianApiTokenStatus second =
        Eventually.satisfies(
            () -> namespace.status("turned"), status -> "2".equals(status.trigger()));

    assertThat(namespace.value("turned-api-token").id()).isEqualTo(second.tokenId());
    assertThat(second.tokenId()).isNotEqualTo(first.tokenId());
    assertThat(second.previous())
        .extracting(PreviousToken::tokenId, PreviousToken::hash)
        .containsExactly(old.id(), old.hash().hex());
    assertThat(second.expiresAt()).isEqualTo(first.expiresAt());
    List<ApiTokenDocument> both = published(2);
    assertThat(both).extracting(ApiTokenDocument::id).contains(old.id(), second.tokenId());
    assertThat(both)
        .filteredOn(each -> each.id().equals(old.id()))
        .extracting(each -> Instant.parse(each.notAfter()))
        .containsExactly(Instant.parse(second.issuedAt()).plus(Duration.ofSeconds(8)));

    Eventually.satisfies(() -> namespace.status("turned"), status -> status.previous() == null);
    assertThat(published(1)).extracting(ApiTokenDocument::id).containsExactly(second.tokenId());
  }

  private List<ApiTokenDocument> published(int number) {
    return namespace.published("jira", tokens -> ofTurned(tokens).size() == number).stream()
        .filter(each -> each.username().equals("turner"))
        .toList();
  }

  private static List<ApiTokenDocument> ofTurned(List<ApiTokenDocument> tokens) {
    return tokens.stream().filter(each -> each.username().equals("turner")).toList();
  }

  @Test
  void aSecretOfSomebodyElseIsNamedAndStaysAsItIs() {
    Secret foreign =
        namespace
            .cluster()
            .create(
                new SecretBuilder()
                    .withNewMetadata()
                    .withName("shared")
                    .endMetadata()
                    .withStringData(Map.of("other", "value"))
                    .build());
    namespace.token("guest", "jira", "guest", "lifetime: 720h, secretName: shared");

    AtlassianApiTokenStatus status = namespace.becomes("guest", "SecretConflict");

    assertThat(TokenNamespace.ready(status).orElseThrow().message())
        .contains("Secret shared", "spec.secretName");
    assertThat(status.hash()).isNull();
    assertThat(namespace.secret("shared").orElseThrow().getData()).isEqualTo(foreign.getData());

    namespace.token("guest", "jira", "guest", "lifetime: 720h, secretName: own");
    namespace.becomes("guest", "Issued");
    assertThat(namespace.secret("own")).isPresent();
  }
}
