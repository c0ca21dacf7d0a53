package dev.apiauth.sidecar.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.StubCompany;
import dev.apiauth.testkit.idp.StubBehaviour;
import dev.apiauth.testkit.scenario.Client.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The identity provider is down at start (F1), later (F2) or slow (F4): what is known goes on, what
 * is unknown is refused, nothing is allowed in its place.
 */
class KnownKeysOutliveTheirProvider {

  private static final String PROJECTS = "/rest/api/2/project";

  private final StubCompany company = new StubCompany();

  @AfterEach
  void stop() {
    company.close();
  }

  @Test
  void downAtStartIs503UntilItComesUp() {
    company.issuer().goDown();
    String token = company.tokenOf("alice");
    try (var jira = start()) {
      for (int i = 0; i < 100; i++) {
        Answer refused = get(jira, token);
        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.body()).contains("provider_silent");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
      }
      assertThat(jira.reachedProduct()).isEmpty();

      company.issuer().comeUp();

      Eventually.holds(() -> get(jira, token).status() == 200, "the provider is asked again");
    }
  }

  @Test
  void whatNeedsNoProviderIsDecidedWithoutIt() {
    company.issuer().goDown();
    try (var jira = start()) {
      var basic = jira.client().get(PROJECTS).basic("alice", "secret").send();
      var nothing = jira.client().get(PROJECTS).send();
      var health = jira.client().get("/status").send();

      assertThat(basic.status()).isEqualTo(403);
      assertThat(nothing.status()).isEqualTo(401);
      assertThat(health.status()).isEqualTo(200);
    }
  }

  @Test
  void downLaterLeavesKnownKeysInForceAndUnknownOnesRefused() {
    try (var jira = start()) {
      assertThat(get(jira, company.tokenOf("alice")).status()).isEqualTo(200);

      company.issuer().goDown();

      assertThat(get(jira, company.tokenOf("bob")).status()).isEqualTo(200);
      Answer unknown = get(jira, company.draftFor("alice").kid("never-published").sign());
      assertThat(unknown.status()).isEqualTo(401);
      assertThat(unknown.body()).contains("token_untrusted");
      assertThat(jira.reachedProduct()).extracting("actedAs").containsExactly("alice", "bob");
    }
  }

  @Test
  void aSlowProviderHoldsUpNobodyWhoseKeyIsKnown() {
    try (var jira = start()) {
      get(jira, company.tokenOf("alice"));
      company.issuer().behave(new StubBehaviour.Slow(Duration.ofSeconds(4)));
      String unknown = company.draftFor("carol").kid("never-published").sign();
      long before = company.fetches();

      var waiting = jira.client().get(PROJECTS).bearer(unknown).begin();
      Eventually.holds(() -> company.fetches() > before, "the unknown key causes a fetch");

      for (int i = 0; i < 50; i++) {
        assertThat(get(jira, company.tokenOf("bob")).status()).isEqualTo(200);
      }
      assertThat(waiting).as("fifty decisions were made before the provider answered").isNotDone();
      assertThat(waiting.join().status()).isEqualTo(401);
    }
  }

  private Protected start() {
    return company.trusted(Scenario.jira()).start();
  }

  private static Answer get(Protected jira, String token) {
    return jira.client().get(PROJECTS).bearer(token).send();
  }
}
