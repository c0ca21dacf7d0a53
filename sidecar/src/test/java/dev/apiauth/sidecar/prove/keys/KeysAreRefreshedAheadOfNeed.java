package dev.apiauth.sidecar.prove.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.sidecar.prove.Answers;
import dev.apiauth.sidecar.prove.jws.KeySet;
import dev.apiauth.sidecar.prove.keys.Laboratory.Behaviour;
import dev.apiauth.sidecar.prove.keys.ProviderState.Condition;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** F1, F2, F4 to F8 of 5-security, with time in the tests' hands. */
class KeysAreRefreshedAheadOfNeed {

  private final Laboratory lab = new Laboratory(KeyFreshness.DEFAULT);
  private final RefreshedKeys keys = lab.keys;

  @AfterEach
  void stop() throws Exception {
    lab.stop();
  }

  @Test
  void withoutTheProviderAtStartTheAnswerIsToTryAgain() throws Exception { // F1
    lab.provider(Behaviour.REFUSES);
    keys.tick();

    for (int request = 0; request < 100; request++) {
      var answer = Laboratory.await(keys.available());
      assertThat(Answers.of(answer)).isEqualTo("provider_silent");
      assertThat(((Outcome.Refused<KeySet>) answer).refusal().retryAfter())
          .contains(Duration.ofSeconds(1));
    }
    assertThat(lab.fetches()).isOne();
    assertThat(keys.state().condition()).isEqualTo(Condition.SILENT);
    assertThat(keys.state().lastError())
        .contains("The key set was not fetched: it cannot be connected to.");
  }

  @Test
  void whenTheProviderComesUpItsTokensAreAcceptedWithinSeconds() { // F1
    lab.provider(Behaviour.REFUSES);
    lab.pass(Duration.ofSeconds(20));
    lab.provider(Behaviour.ANSWERS);
    lab.pass(Duration.ofSeconds(16));

    assertThat(keys.current()).isPresent();
    assertThat(keys.state().condition()).isEqualTo(Condition.READY);
    assertThat(keys.state().lastError()).isEmpty();
  }

  @Test
  void theFirstRequestWaitsForTheFirstFetch() throws Exception {
    lab.provider(Behaviour.HANGS);
    Future<Outcome<KeySet>> first = keys.available();
    Future<Outcome<KeySet>> second = keys.available();
    lab.answerHanging();

    assertThat(Answers.of(Laboratory.await(first))).isEqualTo("pass");
    assertThat(Answers.of(Laboratory.await(second))).isEqualTo("pass");
    assertThat(lab.fetches()).isOne();
  }

  @Test
  void nobodyWaitsForAProviderThatHangs() throws Exception { // F4
    lab.provider(Behaviour.HANGS);

    assertThat(Answers.of(Laboratory.await(keys.available()))).isEqualTo("provider_silent");
  }

  @Test
  void anOutageLeavesTheKeysForADay() { // F2
    keys.tick();
    lab.provider(Behaviour.REFUSES);
    lab.pass(Duration.ofHours(23));

    assertThat(lab.held().size()).isOne();
    assertThat(keys.state().condition()).isEqualTo(Condition.STALE);
    assertThat(keys.state().lastSuccess()).contains(Instant.EPOCH);

    lab.pass(Duration.ofHours(1).plusSeconds(1));
    assertThat(keys.current()).isEmpty();
    assertThat(keys.state().condition()).isEqualTo(Condition.SILENT);

    lab.provider(Behaviour.ANSWERS);
    lab.pass(Duration.ofSeconds(31));
    assertThat(keys.state().condition()).isEqualTo(Condition.READY);
  }

  @Test
  void duringAnOutageAnUnknownKeyIsAnsweredAtOnce() throws Exception { // F2
    keys.tick();
    lab.provider(Behaviour.REFUSES);
    Laboratory.await(keys.newerThan(lab.held()));
    int fetches = lab.fetches();

    assertThat(keys.newerThan(lab.held()).isComplete()).isTrue();
    assertThat(lab.fetches()).isEqualTo(fetches);
  }

  @Test
  void aSlowProviderDoesNotSlowWhatIsKnown() { // F4
    keys.tick();
    lab.provider(Behaviour.HANGS);
    lab.pass(Duration.ofHours(2));

    assertThat(lab.held().size()).isOne();
    assertThat(keys.available().isComplete()).isTrue();
    assertThat(lab.fetches()).isEqualTo(2);
  }

  @Test
  void aFlappingProviderIsAskedLessThanOnceASecond() { // F5
    keys.tick();
    for (int second = 0; second < 600; second++) {
      lab.provider(second % 2 == 0 ? Behaviour.REFUSES : Behaviour.ANSWERS);
      lab.pass(Duration.ofSeconds(1));
      assertThat(keys.current()).isPresent();
    }
    lab.provider(Behaviour.REFUSES);
    lab.pass(Duration.ofHours(1));
    int before = lab.fetches();
    lab.pass(Duration.ofMinutes(10));

    assertThat(lab.fetches() - before).isLessThanOrEqualTo(20);
  }

  @Test
  void aNewKeyIsFoundByOneFetch() throws Exception { // F6
    keys.tick();
    KeySet before = lab.held();
    lab.publish(Laboratory.FIRST, Laboratory.SECOND);

    KeySet after = Laboratory.await(keys.newerThan(before));

    assertThat(after.size()).isEqualTo(2);
    assertThat(lab.fetches()).isEqualTo(2);
    assertThat(Laboratory.await(keys.newerThan(before))).isSameAs(after);
    assertThat(lab.fetches()).isEqualTo(2);
  }

  @Test
  void aWithdrawnKeyIsGoneAfterTheInterval() { // F6
    lab.publish(Laboratory.FIRST, Laboratory.SECOND);
    keys.tick();
    lab.publish(Laboratory.SECOND);
    lab.pass(Duration.ofHours(1).plusSeconds(30));

    assertThat(lab.held().size()).isOne();
    assertThat(keys.state().keys()).isOne();
  }

  @Test
  void aStormOfUnknownKeysBuysTwoFetchesAndOnePer30Seconds() throws Exception { // F7
    keys.tick();
    int before = lab.fetches();
    for (int kid = 0; kid < 10_000; kid++) {
      Laboratory.await(keys.newerThan(lab.held()));
    }
    assertThat(lab.fetches() - before).isEqualTo(2);

    for (int second = 0; second < 300; second++) {
      lab.pass(Duration.ofSeconds(1));
      Laboratory.await(keys.newerThan(lab.held()));
    }
    assertThat(lab.fetches() - before).isBetween(11, 12);
  }

  @Test
  void aThousandAtOnceCauseOneFetch() throws Exception { // F8
    keys.tick();
    KeySet before = lab.held();
    lab.provider(Behaviour.HANGS);
    lab.jump(Duration.ofHours(1));
    List<Future<KeySet>> waiting = new ArrayList<>();
    for (int request = 0; request < 1_000; request++) {
      keys.tick();
      waiting.add(keys.newerThan(before));
    }
    lab.publish(Laboratory.SECOND);
    lab.answerHanging();

    for (Future<KeySet> one : waiting) {
      assertThat(Laboratory.await(one)).isSameAs(lab.held());
    }
    assertThat(lab.fetches()).isEqualTo(2);
  }

  @Test
  void anEmptyKeySetIsBelieved() {
    keys.tick();
    lab.publish();
    lab.pass(Duration.ofHours(1));

    assertThat(lab.held().size()).isZero();
    assertThat(keys.state().condition()).isEqualTo(Condition.READY);
  }
}
