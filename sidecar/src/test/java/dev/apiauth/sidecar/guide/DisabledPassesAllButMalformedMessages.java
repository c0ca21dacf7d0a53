package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.audit.Verdict;
import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.http.RawAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
