package dev.apiauth.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.document.PolicyHash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AKubeletIsAskedAgainAndNotForEver {

  private static final PolicyHash POLICY = new PolicyHash("a".repeat(64));
  private static final PolicyHash OTHER = new PolicyHash("b".repeat(64));
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void afterFiveSecondsThenTwiceAsLongUpToAMinute() {
    assertThat(waits())
        .extracting(Duration::toSeconds)
        .containsExactly(5L, 10L, 20L, 40L, 60L, 60L, 60L);
  }

  @Test
  void andEveryTimeTheAnnotationIsAnotherOne() {
    SyncAttempt first = SyncAttempt.after(Optional.empty(), POLICY, START);
    SyncAttempt second = SyncAttempt.after(Optional.of(first.annotation()), POLICY, START);

    assertThat(second.annotation()).isNotEqualTo(first.annotation());
  }

  @Test
  void anotherPolicyBeginsAnew() {
    SyncAttempt tried = SyncAttempt.after(Optional.of("aaaaaa-7"), OTHER, START);

    assertThat(tried.count()).isOne();
    assertThat(tried.annotation()).isEqualTo("bbbbbb-1");
  }

  @Test
  void whatSomebodyElseWroteCountsAsNothing() {
    assertThat(SyncAttempt.after(Optional.of("aaaaaa-99999999"), POLICY, START).count()).isOne();
    assertThat(SyncAttempt.after(Optional.of("restart please"), POLICY, START).count()).isOne();
  }

  /** Between the tries, until none is due any more. */
  private static List<Duration> waits() {
    var waits = new ArrayList<Duration>();
    Instant now = START;
    SyncAttempt attempt = SyncAttempt.after(Optional.empty(), POLICY, now);
    while (attempt.isDue(attempt.next())) {
      assertThat(attempt.isDue(attempt.next().minusMillis(1))).isFalse();
      waits.add(Duration.between(now, attempt.next()));
      now = attempt.next();
      attempt = SyncAttempt.after(Optional.of(attempt.annotation()), POLICY, now);
    }
    return waits;
  }
}
