package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.scenario.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Access tokens of the product's own OAuth 2.0 provider: as Bearer, and in a password's place. */
class TheProductsOAuth2TokensPassByPolicy {

  private static final String CALL = "/rest/api/2/project";

  @ParameterizedTest
  @EnumSource(GuideProduct.class)
  void asTheirOwnUser(GuideProduct product) {
    Scenario scenario =
        switch (product) {
          case JIRA -> Scenario.jira();
          case CONFLUENCE -> Scenario.confluence();
          case BITBUCKET -> Scenario.bitbucket();
        };
    try (var guarded = allowed(scenario).start()) {
      String token = guarded.product().issueOAuth2Token("alice").value();

      assertThat(guarded.client().get(product.call()).bearer(token).send().status()).isEqualTo(200);
      actedAsAlice(guarded);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"oauth2", "x-token-auth"})
  void inAPasswordsPlaceWhereTheNameSaysSo(String name) {
    try (var jira = allowed(Scenario.jira()).start()) {
      String token = jira.product().issueOAuth2Token("alice").value();

      assertThat(jira.client().get(CALL).basic(name, token).send().status()).isEqualTo(200);
      actedAsAlice(jira);
      assertThat(jira.reachedProduct().getFirst().headers("Authorization"))
          .containsExactly("Bearer " + token);
    }
  }

  @Test
  void besideAnyOtherNameTheyAreAPassword() {
    try (var jira = allowed(Scenario.jira()).start()) {
      String token = jira.product().issueOAuth2Token("alice").value();

      refused(jira, jira.client().get(CALL).basic("alice", token).send(), 403, "disabled");
    }
  }

  @Test
  void aDeadOneReachesNothing() {
    try (var jira = allowed(Scenario.jira()).start()) {
      Answer answer = jira.client().get(CALL).basic("oauth2", "0123456789abcdef").send();

      refused(jira, answer, 401, "product_token_dead");
      assertThat(jira.product().failedLogins("oauth2")).isZero();
    }
  }

  @Test
  void byDefaultNone() {
    try (var jira = Scenario.jira().with("/spec/access/groups/allow", "[\"*\"]").start()) {
      String token = jira.product().issueOAuth2Token("alice").value();

      refused(jira, jira.client().get(CALL).bearer(token).send(), 401, "token_kind_unknown");
      refused(jira, jira.client().get(CALL).basic("oauth2", token).send(), 403, "disabled");
      assertThat(jira.product().seen()).isEmpty();
    }
  }

  private static Scenario allowed(Scenario scenario) {
    return scenario
        .with("/spec/credentials/productOAuth2/policy", "Allow")
        .with("/spec/access/groups/allow", "[\"*\"]");
  }

  private static void actedAsAlice(Protected guarded) {
    assertThat(guarded.reachedProduct())
        .singleElement()
        .satisfies(seen -> assertThat(seen.actedAs()).isEqualTo("alice"));
  }

  private static void refused(Protected jira, Answer answer, int status, String words) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(words);
    assertThat(jira.reachedProduct()).isEmpty();
  }
}
