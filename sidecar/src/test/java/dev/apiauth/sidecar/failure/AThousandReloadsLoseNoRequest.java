package dev.apiauth.sidecar.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.audit.AuditLine;
import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.sidecar.scenario.StubCompany;
import dev.apiauth.testkit.scenario.Client;
import dev.apiauth.testkit.scenario.Client.Answer;
import dev.apiauth.testkit.scenario.Manifest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * A thousand edits at 200 requests a second (F20). The two policies that take turns differ in group
 * and audience, so that the token fits one policy as a whole, the other one by neither, and a
 * mixture by one of them, which gives a third answer.
 */
class AThousandReloadsLoseNoRequest {

  private static final int EDITS = 1000;
  private static final Duration BETWEEN_EDITS = Duration.ofMillis(40);
  private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(5);

  private final StubCompany company = new StubCompany();

  @Test
  void everyAnswerIsOneOfTheTwoPolicies() throws Exception {
    try (company;
        var jira = company.trusted(Scenario.jira()).start();
        var editor = Executors.newSingleThreadExecutor()) {
      String admitted = jira.sidecar().policy().orElseThrow().shortened();
      Future<?> edits = editor.submit(() -> edit(jira));

      List<Answer> answers = callWhile(edits, jira.client());

      assertThat(answers).extracting(Answer::status).containsOnly(200, 401);
      assertThat(jira.reachedProduct().size())
          .isEqualTo((int) answers.stream().filter(answer -> answer.status() == 200).count());
      Eventually.holds(() -> jira.audit().size() >= answers.size(), "every decision is recorded");
      assertThat(jira.audit()).allSatisfy(line -> assertWhole(line, admitted));
      assertThat(jira.audit()).extracting(AuditLine::policy).contains(admitted);
      assertThat(jira.audit().stream().map(AuditLine::policy).distinct()).hasSize(2);
    }
  }

  /** The answer belongs to the policy that the audit line names. */
  private static void assertWhole(AuditLine line, String admitted) {
    boolean isAdmitting = line.policy().equals(admitted);
    assertThat(line.effect().status()).isEqualTo(isAdmitting ? 200 : 401);
    assertThat(line.decision().reason()).isEqualTo(isAdmitting ? "" : "token_not_for_us");
  }

  private List<Answer> callWhile(Future<?> edits, Client client) throws Exception {
    String token = company.tokenOf("alice");
    var calls = new ArrayList<CompletableFuture<Answer>>();
    while (!edits.isDone()) {
      calls.add(client.get("/rest/api/2/myself").bearer(token).begin());
      Thread.sleep(BETWEEN_REQUESTS);
    }
    edits.get();
    return calls.stream().map(CompletableFuture::join).toList();
  }

  private static Protected edit(Protected jira) {
    Manifest admitting = jira.resource();
    Manifest refusing =
        admitting
            .with("/spec/providers/0/audiences", List.of("another"))
            .with("/spec/access/groups/allow", List.of("others"));
    for (int i = 0; i < EDITS; i++) {
      jira.folder().write(i % 2 == 0 ? refusing : admitting);
      pause();
    }
    return jira;
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_EDITS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
