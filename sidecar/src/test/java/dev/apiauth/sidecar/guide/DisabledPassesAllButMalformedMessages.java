package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.token.ApiTokenText;
import dev.apiauth.sidecar.audit.Verdict;
import dev.apiauth.sidecar.scenario.Company;
import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.http.RawAnswer;
import dev.apiauth.testkit.product.record.SeenRequest;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disabled is the way out: the product is as it was, with the sidecar still in between. */
class DisabledPassesAllButMalformedMessages {

  private final Protected jira =
      Scenario.jira()
          .withProduct(product -> product.withUser("alice", "open-sesame"))
          .with("/spec/mode", "Disabled")
          .start();

  @AfterEach
  void stop() {
    jira.close();
  }

  @Test
  void passwordsTokensAndSessionsAreTheProductsAgain() {
    String call = "/rest/api/2/myself";
    String token = jira.product().issueToken("bob").value();
    String cookie = jira.product().signIn("carol").header();

    jira.client().get(call).basic("alice", "open-sesame").send();
    jira.client().get(call).bearer(token).send();
    jira.client().get(call).header("Cookie", cookie).send();
    jira.client().get(call).send();

    assertThat(jira.reachedProduct())
        .extracting(seen -> seen.actedAs())
        .containsExactly("alice", "bob", "carol", "anonymous");
    Eventually.holds(() -> jira.audit().size() == 4, "each of them is recorded");
    assertThat(jira.audit())
        .allSatisfy(line -> assertThat(line.decision().verdict()).isEqualTo(Verdict.ALLOW));
  }

  /** The product would take it for a wrong password, and count it. */
  @ParameterizedTest
  @ValueSource(strings = {"bearer", "password", "query"})
  void anApiTokenOfThisServiceIsNotShownToIt(String place) {
    String call = "/rest/api/2/serverInfo";
    String token = ApiTokenText.make(new SecureRandom()).reveal();

    switch (place) {
      case "bearer" -> jira.client().get(call).bearer(token).send();
      case "password" -> jira.client().get(call).basic("alice", token).send();
      default -> jira.client().get(call + "?a=1&access_token=" + token).send();
    }

    assertThat(jira.reachedProduct()).hasSize(1);
    SeenRequest seen = jira.reachedProduct().getFirst();
    assertThat(seen.actedAs()).isEqualTo("anonymous");
    assertThat(seen.headers("Authorization")).isEmpty();
    assertThat(seen.requestUri()).isEqualTo(place.equals("query") ? call + "?a=1" : call);
  }

  /** An app of the product may take it, as it did before there was a sidecar. */
  @Test
  void aTokenOfAProviderPasses() {
    String call = "/rest/api/2/serverInfo";
    String token = Company.realm().tokenOf("alice");

    jira.client().get(call).bearer(token).send();
    jira.client().get(call + "?access_token=" + token).send();

    assertThat(jira.reachedProduct())
        .satisfiesExactly(
            seen -> assertThat(seen.headers("Authorization")).containsExactly("Bearer " + token),
            seen -> assertThat(seen.requestUri()).endsWith("?access_token=" + token));
  }

  @Test
  void aMessageWithTwoMeaningsIsRefused() {
    RawAnswer answer =
        new WireRequest("GET", "/status", "Content-Length: 1\\r\\nTransfer-Encoding: chunked", null)
            .sendTo(jira);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.closed()).isTrue();
    assertThat(jira.product().seen()).isEmpty();
  }
}
