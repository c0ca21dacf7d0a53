package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.product.account.OAuthConsumer;
import dev.apiauth.testkit.scenario.Client.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The product's own tokens and its linked applications: refused unless the policy lets them in. */
class ProductCredentialsPassByPolicy {

  private static final String CALL = "/rest/api/2/project";
  private static final String ISSUE =
      "{\"fields\":{\"project\":{\"key\":\"ABC\"},\"summary\":\"Say it shorter\"}}";

  private static Scenario tokens(String policy, String groups) {
    return Scenario.jira()
        .with("/spec/credentials/personalAccessTokens/policy", policy)
        .with("/spec/access/groups/allow", groups);
  }

  private static Scenario links(String consumers) {
    return Scenario.jira()
        .withProduct(
            product ->
                product
                    .withConsumer(OAuthConsumer.impersonating("confluence"))
                    .withConsumer(OAuthConsumer.impersonating("bamboo"))
                    .withJwtIssuer("mirror-1"))
        .with("/spec/credentials/applicationLinks", consumers);
  }

  @Test
  void productTokensAreRefusedByDefault() {
    try (var jira = Scenario.jira().start()) {
      String token = jira.product().issueToken("alice").value();

      refused(jira, jira.client().get(CALL).bearer(token).send(), 401, "product_tokens_refused");
      refused(
          jira, jira.client().get(CALL).basic("x", token).send(), 401, "product_tokens_refused");
    }
  }

  @Test
  void productTokensActAsTheirOwnerWhereTheyAreAllowed() {
    try (var jira = tokens("Allow", "[\"*\"]").start()) {
      String token = jira.product().issueToken("alice").value();

      assertThat(jira.client().get(CALL).bearer(token).send().status()).isEqualTo(200);
      assertThat(jira.client().get(CALL).basic("bob", token).send().status()).isEqualTo(200);
      assertThat(jira.reachedProduct())
          .hasSize(2)
          .allSatisfy(seen -> assertThat(seen.actedAs()).isEqualTo("alice"));
    }
  }

  @Test
  void productTokensTellNoGroups() {
    try (var jira = tokens("Allow", "[jira-api-users]").start()) {
      String token = jira.product().issueToken("alice").value();
      Answer answer = jira.client().get(CALL).bearer(token).send();

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body()).contains("\"code\":\"groups_unknown\"");
      assertThat(jira.reachedProduct()).isEmpty();
    }
  }

  @Test
  void aDeadProductTokenIsUnauthorizedAndNotAnonymous() {
    try (var jira = tokens("Allow", "[\"*\"]").start()) {
      var token = jira.product().issueToken("alice");
      jira.product().revokeToken(token);
      Answer answer = jira.client().get(CALL).bearer(token.value()).send();

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.body()).contains("\"code\":\"product_token_dead\"");
      assertThat(jira.reachedProduct()).isEmpty();
    }
  }

  @Test
  void anAdministratorsProductTokenWritesNothing() {
    try (var jira = tokens("Allow", "[\"*\"]").start()) {
      String token = jira.product().issueToken("admin").value();
      Answer answer = jira.client().post("/rest/api/2/issue", ISSUE).bearer(token).send();

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body()).contains("\"code\":\"username_refused\"");
      assertThat(jira.reachedProduct()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0} calls {2} under {1}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          confluence | {policy: Allow, consumers: [confluence]} | xoauth_requestor_id=alice | as alice
          confluence | {policy: Allow, consumers: [confluence]} | user_id=alice             | as alice
          confluence | {policy: Allow, consumers: [confluence]} | a=1                       | as anonymous
          bamboo     | {policy: Allow, consumers: [confluence]} | xoauth_requestor_id=alice | application_link_refused
          confluence | {policy: Deny, consumers: [confluence]}  | xoauth_requestor_id=alice | application_link_refused
          confluence | {policy: Allow, consumers: [confluence]} | xoauth_requestor_id=admin | username_refused
          confluence | {policy: Allow, consumers: [confluence]} | user_id=ADMIN             | username_refused
          confluence | {policy: Allow, consumers: [confluence]} | xoauth_requestor_id=alice&xoauth_requestor_id=admin | two_credentials
          confluence | {policy: Allow, consumers: [confluence]} | a=1;xoauth_requestor_id=alice&xoauth_requestor_id=admin | two_credentials
          confluence | {policy: Allow, consumers: [confluence]} | a=1;xoauth_requestor_id=alice&user_id=admin | two_credentials
          """)
  void signedCallsPassByTheirConsumer(
      String consumer, String policy, String query, String outcome) {
    String signature =
        "OAuth oauth_token=\"\", oauth_consumer_key=\""
            + consumer
            + "\", oauth_signature_method=\"RSA-SHA1\", oauth_timestamp=\"1\","
            + " oauth_nonce=\"1\", oauth_signature=\"c2ln\"";
    try (var jira = links(policy).start()) {
      Answer answer =
          jira.client().get(CALL + "?" + query).header("Authorization", signature).send();

      decided(jira, answer, outcome);
    }
  }

  @ParameterizedTest
  @CsvSource({"mirror-1, alice, as alice", "mirror-2, alice, application_link_refused"})
  void callsWithAJwtPassByTheirIssuer(String issuer, String user, String outcome) {
    try (var jira = links("{policy: Allow, consumers: [mirror-1]}").start()) {
      String token = jwt(issuer, user);

      decided(
          jira, jira.client().get(CALL).header("Authorization", "JWT " + token).send(), outcome);
      jira.product().forget();
      decided(jira, jira.client().get(CALL + "?jwt=" + token).send(), outcome);
    }
  }

  private static void decided(Protected jira, Answer answer, String outcome) {
    if (outcome.startsWith("as ")) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(jira.reachedProduct())
          .singleElement()
          .satisfies(seen -> assertThat("as " + seen.actedAs()).isEqualTo(outcome));
    } else {
      assertThat(answer.body()).contains("\"code\":\"" + outcome + "\"");
      assertThat(jira.product().seen()).isEmpty();
    }
  }

  private static void refused(Protected jira, Answer answer, int status, String reason) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"code\":\"" + reason + "\"");
    assertThat(jira.product().seen()).isEmpty();
  }

  private static String jwt(String issuer, String user) {
    String claims = "{\"iss\":\"%s\",\"sub\":\"%s\"}".formatted(issuer, user);
    return "eyJhbGciOiJIUzI1NiJ9.%s.c2ln"
        .formatted(
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.getBytes(StandardCharsets.UTF_8)));
  }
}
