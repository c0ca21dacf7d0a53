package dev.apiauth.sidecar.prove.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.prove.Answers;
import dev.apiauth.sidecar.prove.ask.StubProvider.Reply;
import dev.apiauth.sidecar.prove.keys.ProviderState.Condition;
import dev.apiauth.sidecar.scenario.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F3, F4 and F5 for providers that are asked, and I2: what is no answer is never a yes. */
class ASilentProviderHarmsItsOwnTokensOnly {

  private static final Reply GOOD =
      Reply.json("{'active':true,'aud':'jira','sub':'u-1','username':'alice'}");

  private final StubProvider idp = new StubProvider().at("/introspect", GOOD);
  private final StubProvider other = new StubProvider().at("/introspect", GOOD);
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

  @Test
  void whatItSaidBeforeGoesOnUntilItsTimeIsOver() { // F3
    assertThat(verdict("known")).isEqualTo("pass");
    idp.goDown();

    assertThat(verdict("known")).isEqualTo("pass");
    assertThat(verdict("new")).isEqualTo("provider_silent");

    asking.pass(Duration.ofSeconds(61));
    assertThat(verdict("known")).isEqualTo("provider_silent");
    assertThat(Answers.of(asking.claims("other", "new"))).isEqualTo("pass");
  }

  @Test
  void afterFiveFailuresItIsAskedOnceInFiveSeconds() { // F3
    idp.at("/introspect", Reply.status(500));
    for (int i = 0; i < 20; i++) assertThat(verdict("t-" + i)).isEqualTo("provider_silent");
    assertThat(idp.questionsTo("/introspect")).isEqualTo(5);
    assertThat(asking.state("idp").condition()).isEqualTo(Condition.SILENT);
    assertThat(asking.state("idp").lastError())
        .contains("The provider gave no answer: it answered with status 500.");

    asking.pass(Duration.ofSeconds(5));
    for (int i = 0; i < 20; i++) verdict("u-" + i);
    assertThat(idp.questionsTo("/introspect")).isEqualTo(6);

    idp.at("/introspect", GOOD);
    asking.pass(Duration.ofSeconds(5));
    assertThat(verdict("v-1")).isEqualTo("pass");
    assertThat(verdict("v-2")).isEqualTo("pass");
    assertThat(asking.state("idp").condition()).isEqualTo(Condition.READY);
  }

  @Test
  void whoeverIsTurnedAwayIsToldWhenToComeBack() {
    idp.at("/introspect", Reply.status(500));
    for (int i = 0; i < 5; i++) verdict("t-" + i);

    Refusal refusal = refusal("t-9");

    assertThat(refusal.retryAfter())
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5)));
    assertThat(refusal.finding())
        .isEqualTo("provider idp: it is not asked: it gave no answer for a while");
  }

  @Test
  void aSlowOneIsWaitedForTwoSeconds() { // F4
    var release = new CountDownLatch(1);
    idp.at("/introspect", question -> waiting(release));
    long began = System.nanoTime();
    var late = asking.asked("idp", "slow");

    assertThat(Answers.of(asking.claims("other", "new"))).isEqualTo("pass");
    assertThat(verdict("slow")).isEqualTo("provider_silent");

    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isBetween(Duration.ofMillis(1_500), Duration.ofMillis(3_500));
    assertThat(late.isComplete()).isTrue();
    release.countDown();
  }

  @Test
  void aSlowOneCannotTakeEverything() throws Exception {
    var release = new CountDownLatch(1);
    idp.at("/introspect", question -> waiting(release));
    var asked = new ArrayList<io.vertx.core.Future<Outcome<TokenClaims>>>();
    for (int i = 0; i < 200; i++) asked.add(asking.asked("idp", "t-" + i));

    assertThat(Answers.of(asking.claims("other", "new"))).isEqualTo("pass");
    for (var each : asked) {
      assertThat(Answers.of(each.await(10, TimeUnit.SECONDS))).isEqualTo("provider_silent");
    }
    assertThat(idp.questionsTo("/introspect")).isLessThanOrEqualTo(64);
    release.countDown();
  }

  private static Reply waiting(CountDownLatch release) {
    try {
      release.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return GOOD;
  }

  @Test
  void oneThatComesAndGoesNeverMakesAYesOfANo() { // F5
    for (int i = 0; i < 10; i++) {
      idp.at("/introspect", i % 2 == 0 ? Reply.json("{'active':false}") : Reply.status(503));
      assertThat(verdict("bad-" + i)).isIn("token_inactive", "provider_silent");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "text for true   | 200 | application/json       | {'active':'true','aud':'jira'} |"
            + " token_inactive",
        "one for true    | 200 | application/json       | {'active':1,'aud':'jira'}      |"
            + " token_inactive",
        "nothing said    | 200 | application/json       | {}                             |"
            + " token_inactive",
        "a list          | 200 | application/json       | [{'active':true}]              |"
            + " provider_silent",
        "twice           | 200 | application/json       | {'active':false,'active':true} |"
            + " provider_silent",
        "no JSON         | 200 | application/json       | <html>                         |"
            + " provider_silent",
        "nothing         | 200 | application/json       | ''                             |"
            + " provider_silent",
        "another type    | 200 | text/html              | {'active':true,'aud':'jira'}   |"
            + " provider_silent",
        "a JWT           | 200 | application/token-introspection+jwt | eyJ.e30.c         |"
            + " provider_silent",
        "our fault       | 401 | application/json       | {'active':true,'aud':'jira'}   |"
            + " provider_silent",
        "its fault       | 500 | application/json       | {'active':true,'aud':'jira'}   |"
            + " provider_silent",
        "created         | 201 | application/json       | {'active':true,'aud':'jira'}   |"
            + " provider_silent",
        "too many        | 429 | application/json       | {'active':true,'aud':'jira'}   |"
            + " provider_silent"
      })
  void whatIsNoAnswerIsNoYes(String name, int status, String type, String body, String expected) {
    idp.at("/introspect", Reply.json(body).with("Content-Type", type).as(status));

    assertThat(verdict("token")).isEqualTo(expected);
    assertThat(refusal("token").finding()).doesNotContain("eyJ").doesNotContain("html");
  }

  @Test
  void nobodyFollowsItElsewhere() {
    idp.at("/introspect", Reply.status(302).with("Location", other.url("/introspect")));

    assertThat(verdict("token")).isEqualTo("provider_silent");
    assertThat(other.questions()).isEmpty();
  }

  @Test
  void ofAGibibyteOnlyTheBeginningIsRead() {
    idp.at("/introspect", GOOD.padded(1L << 30));
    long before = used();

    assertThat(verdict("token")).isEqualTo("provider_silent");
    assertThat(used() - before).isLessThan(64L << 20);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void whetherItIsThereIsKnownBeforeTheFirstTokenAndWithoutOne() {
    Eventually.holds(
        () -> asking.state("idp").condition() == Condition.READY, "it is found to be there");
    assertThat(idp.questions()).isEmpty();
  }

  @Test
  void oneThatIsNotThereIsSilentFromTheStart() {
    other.goDown();
    asking.replace(
        Asking.secrets("late", "s"), Providers.introspecting("late", other.url("/introspect")));

    Eventually.holds(() -> asking.state("late").lastError().isPresent(), "its absence is noticed");
    assertThat(asking.state("late").condition()).isEqualTo(Condition.SILENT);

    other.comeUp();
    Eventually.holds(
        () -> asking.state("late").condition() == Condition.READY, "its coming is noticed");
  }

  @Test
  void withoutItsSecretNothingIsAskedAndTheStateSaysWhy() {
    asking.replace(Asking.secrets(), Providers.introspecting("idp", idp.url("/introspect")));

    assertThat(verdict("token")).isEqualTo("provider_silent");
    assertThat(asking.state("idp").condition()).isEqualTo(Condition.SILENT);
    assertThat(asking.state("idp").lastError())
        .hasValueSatisfying(why -> assertThat(why).contains("secret is missing"));
    assertThat(idp.questions()).isEmpty();
  }

  private String verdict(String token) {
    return Answers.of(asking.claims("idp", token));
  }

  private Refusal refusal(String token) {
    return ((Outcome.Refused<TokenClaims>) asking.claims("idp", token)).refusal();
  }
}
