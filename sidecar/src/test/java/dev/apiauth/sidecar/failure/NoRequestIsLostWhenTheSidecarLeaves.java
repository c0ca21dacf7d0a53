package dev.apiauth.sidecar.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Installed;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.StubCompany;
import dev.apiauth.testkit.scenario.Client;
import dev.apiauth.testkit.scenario.Client.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** SIGTERM under load (F28): whoever was taken in is served, and the process ends with 0. */
class NoRequestIsLostWhenTheSidecarLeaves {

  /** Batches; far below the five seconds in which the process still accepts. */
  private static final int AFTER_THE_SIGNAL = 20;

  @Test
  void everyAnswerIsWholeAndTheExitCodeIsZero() throws InterruptedException {
    try (var company = new StubCompany();
        var jira = company.trusted(Scenario.jira()).install()) {
      List<CompletableFuture<Answer>> calls = callThroughTheEnd(jira, company.tokenOf("alice"));

      assertThat(jira.sidecar().awaitEnd()).isZero();
      assertThat(calls).allSatisfy(call -> assertThat(call.join().status()).isEqualTo(200));
      assertThat(jira.product().seen())
          .filteredOn(seen -> seen.requestUri().endsWith("/myself"))
          .hasSize(calls.size());
      assertThat(jira.sidecar().printed())
          .as("audit lines, those of the drain included")
          .filteredOn(line -> line.contains("/rest/api/2/myself"))
          .hasSize(calls.size());
    }
  }

  private static List<CompletableFuture<Answer>> callThroughTheEnd(Installed jira, String token)
      throws InterruptedException {
    Client client = jira.sidecar().client();
    var calls = new ArrayList<CompletableFuture<Answer>>();
    for (int batch = 0; batch < 2 * AFTER_THE_SIGNAL; batch++) {
      if (batch == AFTER_THE_SIGNAL) jira.sidecar().terminate();
      for (int i = 0; i < 10; i++) {
        calls.add(client.get("/rest/api/2/myself").bearer(token).begin());
      }
      Thread.sleep(Duration.ofMillis(50));
    }
    return calls;
  }
}
