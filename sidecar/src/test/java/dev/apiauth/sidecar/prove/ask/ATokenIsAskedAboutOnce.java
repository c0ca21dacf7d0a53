package dev.apiauth.sidecar.prove.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.spec.ClientAuthentication;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.prove.Answers;
import dev.apiauth.sidecar.prove.ask.StubProvider.Question;
import dev.apiauth.sidecar.prove.ask.StubProvider.Reply;
import dev.apiauth.sidecar.scenario.Eventually;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** I4, I5 and F32: answers are remembered, each for its own provider and never beyond its time. */
class ATokenIsAskedAboutOnce {

  private final StubProvider idp = new StubProvider().at("/introspect", this::echo);
  private final StubProvider other = new StubProvider().at("/introspect", this::echo);
  private final Asking asking =
      new Asking(
          List.of(idp.origin(), other.origin()),
          Asking.secrets("idp", "s1", "other", "s2"),
          Providers.introspecting("idp", idp.url("/introspect")),
          Providers.introspecting("other", other.url("/introspect")));

  @AfterEach
  void stop() {
    asking.close();
    idp.close();
    other.close();
  }

  private Reply echo(Question question) {
    String token = question.form("token");
    return token.startsWith("bad")
        ? Reply.json("{'active':false}")
        : Reply.json("{'active':true,'aud':'jira','sub':'of %s'}".formatted(token));
  }

  @Test
  void whileTheAnswerHolds() {
    for (int i = 0; i < 10; i++) assertThat(verdict("one")).isEqualTo("pass");
    assertThat(idp.questions()).hasSize(1);

    asking.pass(Duration.ofSeconds(59));
    verdict("one");
    assertThat(idp.questions()).hasSize(1);

    asking.pass(Duration.ofSeconds(2));
    verdict("one");
    assertThat(idp.questions()).hasSize(2);
  }

  @Test
  void aRevokedTokenIsRefusedAfterTheTimeThatTheResourceSays() { // F32
    assertThat(verdict("one")).isEqualTo("pass");
    idp.at("/introspect", Reply.json("{'active':false}"));

    asking.pass(Duration.ofSeconds(61));

    assertThat(verdict("one")).isEqualTo("token_inactive");
  }

  @Test
  void anAnswerNeverOutlivesItsToken() { // I4
    long end = Instant.ofEpochMilli(System.currentTimeMillis()).getEpochSecond() + 20;
    idp.at(
        "/introspect",
        Reply.json("{'active':true,'aud':'jira','sub':'u','exp':%d}".formatted(end)));
    assertThat(verdict("one")).isEqualTo("pass");

    asking.pass(Duration.ofSeconds(21));
    idp.at("/introspect", Reply.json("{'active':false}"));

    assertThat(verdict("one")).isEqualTo("token_inactive");
  }

  @Test
  void aBadTokenIsRememberedForAMoment() {
    for (int i = 0; i < 10; i++) assertThat(verdict("bad")).isEqualTo("token_inactive");
    assertThat(idp.questions()).hasSize(1);

    asking.pass(Duration.ofSeconds(6));
    verdict("bad");
    assertThat(idp.questions()).hasSize(2);
  }

  @Test
  void aThousandRequestsAtATimeAskOnce() throws Exception {
    List<Future<Outcome<TokenClaims>>> waiting = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) waiting.add(asking.asked("idp", "one"));

    for (var answer : waiting) {
      assertThat(Answers.of(answer.await(20, TimeUnit.SECONDS))).isEqualTo("pass");
    }
    assertThat(idp.questions()).hasSize(1);
  }

  @Test
  void nobodyGetsTheAnswerOfAnother() throws Exception {
    List<Future<Outcome<TokenClaims>>> waiting = new ArrayList<>();
    for (int i = 0; i < 60; i++) waiting.add(asking.asked("idp", "t-" + i));

    for (int i = 0; i < 60; i++) {
      var answer = (Outcome.Pass<TokenClaims>) waiting.get(i).await(20, TimeUnit.SECONDS);
      assertThat(answer.value().string("sub")).contains("of t-" + i);
    }
    assertThat(idp.questions()).hasSize(60);
  }

  @Test
  void whatOneProviderSaidIsNotTrueAtAnother() { // I5
    assertThat(verdict("one")).isEqualTo("pass");
    other.at("/introspect", Reply.json("{'active':false}"));

    assertThat(Answers.of(asking.claims("other", "one"))).isEqualTo("token_inactive");
    assertThat(idp.questions()).hasSize(1);
    assertThat(other.questions()).hasSize(1);
  }

  @Test
  void anEditThatLeavesTheProviderAsItIsAsksNothingAgain() {
    verdict("one");

    asking.replace(
        Asking.secrets("idp", "s1"), Providers.introspecting("idp", idp.url("/introspect")));

    assertThat(verdict("one")).isEqualTo("pass");
    assertThat(idp.questions()).hasSize(1);
  }

  @Test
  void anEditThatDemandsMoreJudgesAnew() { // GHSA-qvp4-rpmr-xwrr
    verdict("one");

    asking.replace(
        Asking.secrets("idp", "s1"),
        Providers.requiring(
            Providers.introspecting("idp", idp.url("/introspect")), "tenant", "t-1"));

    assertThat(verdict("one")).isEqualTo("token_claim_refused");
    assertThat(idp.questions()).hasSize(2);
  }

  @Test
  void aSecretThatIsReplacedIsUsedAtOnce() {
    verdict("one");

    asking.replace(
        Asking.secrets("idp", "s9"),
        Providers.authenticating(
            Providers.introspecting("idp", idp.url("/introspect")),
            ClientAuthentication.ClientSecretPost));

    verdict("one");
    assertThat(idp.last().form("client_secret")).isEqualTo("s9");
  }

  @Test
  void whatIsOnItsWayDuringAnEditIsAnswered() throws Exception {
    idp.at("/introspect", question -> echo(question).after(Duration.ofMillis(500)));
    Future<Outcome<TokenClaims>> waiting = asking.asked("idp", "one");
    Eventually.holds(() -> idp.questions().size() == 1, "it is asked");

    asking.replace(
        Asking.secrets("idp", "s2"), Providers.introspecting("idp", idp.url("/introspect")));

    assertThat(Answers.of(waiting.await(20, TimeUnit.SECONDS))).isEqualTo("pass");
  }

  @Test
  void everyCallerGoesOnWhereItCalledFrom() throws Exception {
    List<Future<Boolean>> callers = new ArrayList<>();
    for (int i = 0; i < 4; i++) callers.add(onAnotherLoop());

    for (var sameThread : callers) {
      assertThat(sameThread.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(idp.questions()).hasSize(1);
  }

  private Future<Boolean> onAnotherLoop() {
    Promise<Boolean> sameThread = Promise.promise();
    asking
        .vertx()
        .deployVerticle(
            new VerticleBase() {
              @Override
              public Future<?> start() {
                Thread caller = Thread.currentThread();
                return asking
                    .asked("idp", "one")
                    .onSuccess(done -> sameThread.complete(Thread.currentThread() == caller));
              }
            });
    return sameThread.future();
  }

  @Test
  void tenThousandInventedTokensTakeLittleMemoryAndDisplaceNoGoodOne() throws Exception {
    assertThat(verdict("good")).isEqualTo("pass");
    long before = used();
    for (int batch = 0; batch < 200; batch++) {
      List<Future<Outcome<TokenClaims>>> waiting = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        waiting.add(asking.asked("idp", "bad-" + batch + "-" + i + "x".repeat(1_000)));
      }
      for (var answer : waiting) answer.await(20, TimeUnit.SECONDS);
    }

    int asked = idp.questions().size();
    assertThat(verdict("good")).isEqualTo("pass");
    assertThat(idp.questions()).hasSize(asked);
    idp.forgetQuestions();
    assertThat(used() - before).isLessThan(8L << 20);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private String verdict(String token) {
    return Answers.of(asking.claims("idp", token));
  }
}
