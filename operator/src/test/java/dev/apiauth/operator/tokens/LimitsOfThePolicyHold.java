package dev.apiauth.operator.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.crd.status.AtlassianApiTokenStatus;
import dev.apiauth.crd.status.StatusCondition;
import dev.apiauth.operator.Eventually;
import dev.apiauth.operator.reconcile.Resources;
import dev.apiauth.policy.document.ApiTokensDocument.ApiTokenDocument;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A token is as long and as many as its policy lets it be; each limit is named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsOfThePolicyHold {

  private TokenNamespace namespace;

  @BeforeAll
  void start() {
    namespace = TokenNamespace.start();
    namespace.policy("jira", "{maxLifetime: 100h, maxPerUser: 1}");
  }

  @AfterAll
  void stop() {
    namespace.close();
  }

  @Test
  void oneThatLivesTooLongIsNeverMade() {
    namespace.token("long", "jira", "long", "lifetime: 101h");

    StatusCondition ready = ready(namespace.becomes("long", "LifetimeTooLong"));

    assertThat(ready.status()).isEqualTo("False");
    assertThat(ready.message()).contains("100h", "spec.credentials.apiTokens.maxLifetime");
    assertThat(namespace.secret("long-api-token")).isEmpty();
  }

  @Test
  void theNewestIsTooManyAndHasItsTurnWhenAnOlderOneGoes() {
    namespace.token("first", "jira", "alice", "lifetime: 1h");
    namespace.becomes("first", "Issued");
    Eventually.pause(Duration.ofSeconds(1));
    namespace.token("second", "jira", "Alice", "lifetime: 1h");

    StatusCondition ready = ready(namespace.becomes("second", "TooManyTokens"));
    assertThat(ready.message()).contains("the limit is 1", "maxPerUser");
    assertThat(namespace.secret("second-api-token")).isEmpty();
    assertThat(namespace.becomes("first", "Issued").tokenId()).isNotNull();

    namespace.delete("first");

    namespace.becomes("second", "Issued");
  }

  @Test
  void oneThatASecretDescribesCountsToo() {
    namespace.policy(
        "described", "{maxPerUser: 1, secretSelector: {matchLabels: {tokens: described}}}");
    namespace.described("carols", "Carol", "described");
    namespace.published("described", tokens -> !tokens.isEmpty());
    namespace.token("third", "described", "carol", "lifetime: 1h");

    assertThat(ready(namespace.becomes("third", "TooManyTokens")).message())
        .contains("is one of 2 of the user carol", "the limit is 1");
    assertThat(namespace.secret("third-api-token")).isEmpty();
  }

  @Test
  void aRotationMakesNoSecondToken() {
    namespace.token("turned", "jira", "turner", "lifetime: 1h, rotation: {trigger: a}");
    AtlassianApiTokenStatus before = namespace.becomes("turned", "Issued");
    namespace.token("turned", "jira", "turner", "lifetime: 1h, rotation: {trigger: b}");

    AtlassianApiTokenStatus after =
        Eventually.satisfies(
            () -> namespace.status("turned"), status -> "b".equals(status.trigger()));

    assertThat(after.previous()).isNotNull();
    assertThat(
            namespace.published(
                "jira",
                tokens -> tokens.stream().anyMatch(each -> each.id().equals(after.tokenId()))))
        .filteredOn(each -> each.username().equals("turner"))
        .extracting(ApiTokenDocument::id)
        .containsExactlyInAnyOrder(before.tokenId(), after.tokenId());
  }

  @Test
  void oneForAPolicyThatTakesNoneSaysWhatToAdd() {
    namespace.cluster().apply(Resources.jira("strict"));
    namespace.token("unwanted", "strict", "alice", "lifetime: 1h");

    assertThat(ready(namespace.becomes("unwanted", "NotAccepted")).message())
        .contains("AtlassianApiAuth strict", "Add spec.credentials.apiTokens: {} to it");

    namespace.policy("strict", "{}");

    namespace.becomes("unwanted", "Issued");
  }

  @Test
  void oneForAPolicyThatIsNotThereWaitsForIt() {
    namespace.token("early", "later", "alice", "lifetime: 1h");
    assertThat(ready(namespace.becomes("early", "PolicyMissing")).message())
        .contains("AtlassianApiAuth later");

    namespace.policy("later", "{}");

    namespace.becomes("early", "Issued");
    assertThat(namespace.published("later", tokens -> !tokens.isEmpty())).hasSize(1);
  }

  @Test
  void oneForAPolicyThatIsNotAcceptedIsNotMade() {
    namespace.cluster().apply(Resources.jira("broken").replace("AwsCognito", "NoSuchPreset"));
    namespace.token("hasty", "broken", "alice", "lifetime: 1h");

    assertThat(ready(namespace.becomes("hasty", "PolicyNotAccepted")).status()).isEqualTo("False");
    assertThat(namespace.secret("hasty-api-token")).isEmpty();
  }

  @Test
  void aNetworkThatIsNoneIsNamed() {
    namespace.token("scoped", "jira", "scoped", "lifetime: 1h, cidrs: [10.0.0.0/33]");

    assertThat(ready(namespace.becomes("scoped", "Invalid")).message())
        .contains("a network that cannot be read", "33");
  }

  private static StatusCondition ready(AtlassianApiTokenStatus status) {
    return TokenNamespace.ready(status).orElseThrow();
  }
}
