package dev.apiauth.testkit.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.testkit.product.fault.Misbehaviour;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The faults that a sidecar's alarms and time-outs are tested with. */
class AProductMisbehavesOnDemand {

  private static final String MYSELF = "/rest/api/2/myself";

  private final RunningProduct jira =
      ProductSimulator.jira().withUser("alice").withUser("bob").start();
  private final Asked asked = new Asked(jira);
  private final String token = "Bearer " + jira.issueToken("alice").value();

  @AfterEach
  void stop() {
    jira.close();
  }

  @Test
  void actingAsSomebodyElseAndSayingSo() {
    jira.misbehave(new Misbehaviour.ActAsSomebodyElse("bob"));

    var answer = asked.get(MYSELF, "Authorization", token);

    assertThat(answer.actedAs()).isEqualTo("bob");
    assertThat(answer.json().path("name").asText()).isEqualTo("bob");
    assertThat(jira.seen().getFirst().actedAs()).isEqualTo("bob");
  }

  @Test
  void onSomePathsOnly() {
    jira.misbehave("/rest/api/2/myself", new Misbehaviour.ActAsSomebodyElse("bob"));

    assertThat(asked.get("/plugins/servlet/applinks/whoami", "Authorization", token).body())
        .isEqualTo("alice");
    assertThat(asked.get(MYSELF, "Authorization", token).actedAs()).isEqualTo("bob");
  }

  @Test
  void leavingTheUserHeaderOut() {
    jira.misbehave(new Misbehaviour.OmitUserHeader());

    var answer = asked.get(MYSELF, "Authorization", token);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.actedAs()).isEmpty();
  }

  @Test
  void answering500() {
    jira.misbehave(new Misbehaviour.Answer500());

    assertThat(asked.get(MYSELF).status()).isEqualTo(500);
  }

  @Test
  void closingInTheMiddleOfTheBody() {
    jira.misbehave(new Misbehaviour.CloseMidBody());

    assertThatThrownBy(() -> asked.get(MYSELF)).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void hangingUntilItEnds() throws InterruptedException {
    jira.misbehave(new Misbehaviour.Hang());
    var hanging = CompletableFuture.supplyAsync(() -> asked.post("/rest/api/2/search", "{}"));
    awaitSeen();

    Thread.sleep(Duration.ofMillis(200));
    assertThat(hanging).isNotDone();
    assertThat(jira.seen().getFirst().status()).isEmpty();
    jira.behave();

    assertThat(hanging).failsWithin(Duration.ofSeconds(5));
    assertThat(asked.get("/status").status()).isEqualTo(200);
  }

  @Test
  void beingSlow() {
    jira.misbehave(new Misbehaviour.Slow(Duration.ofMillis(300)));
    long start = System.nanoTime();

    assertThat(asked.get("/status").status()).isEqualTo(200);

    assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(300));
  }

  private void awaitSeen() {
    while (jira.seen().isEmpty()) {
      Thread.onSpinWait();
    }
  }
}
