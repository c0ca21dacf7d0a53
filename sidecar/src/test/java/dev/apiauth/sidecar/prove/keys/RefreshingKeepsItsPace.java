package dev.apiauth.sidecar.prove.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The arithmetic of pace: back-off, jitter, allowance; also across the overflow of a monotonic
 * clock.
 */
class RefreshingKeepsItsPace {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "5, 16", "6, 30", "7, 30", "100, 30"})
  void waitsDoubleUpToHalfAMinute(int failures, long seconds) {
    var plan = RefreshPlan.first(KeyFreshness.DEFAULT, 0);
    for (int failure = 0; failure < failures; failure++) {
      plan = plan.failed(0, 0);
    }

    assertThat(plan.dueAt()).isEqualTo(seconds * SECOND);
    assertThat(plan.untilDue(0)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void jitterMakesFailuresLaterAndSuccessesEarlier() {
    var plan = RefreshPlan.first(KeyFreshness.DEFAULT, 0);

    assertThat(plan.failed(0, 1).dueAt()).isEqualTo(3 * SECOND / 2);
    assertThat(plan.succeeded(0, 0).dueAt()).isEqualTo(3600 * SECOND);
    assertThat(plan.succeeded(0, 1).dueAt()).isEqualTo(3240 * SECOND);
  }

  @Test
  void theMonotonicClockMayOverflow() {
    var plan =
        RefreshPlan.first(KeyFreshness.DEFAULT, Long.MAX_VALUE - SECOND)
            .succeeded(Long.MAX_VALUE - SECOND, 0);

    assertThat(plan.isDue(Long.MIN_VALUE)).isFalse();
    assertThat(plan.isDue(Long.MIN_VALUE + 3600 * SECOND)).isTrue();
    assertThat(plan.isTooOld(Long.MIN_VALUE + 3600 * SECOND)).isFalse();
    assertThat(plan.isTooOld(Long.MIN_VALUE + 86_400 * SECOND)).isTrue();
  }

  @Test
  void anAllowanceIsTwoAndOnePer30Seconds() {
    var spent = UnknownKeyAllowance.full(0).spend(0).spend(0);

    assertThat(spent.isSpent()).isTrue();
    assertThat(spent.at(29 * SECOND).isSpent()).isTrue();
    assertThat(spent.at(30 * SECOND).left()).isOne();
    assertThat(spent.at(60 * SECOND).left()).isEqualTo(2);
    assertThat(spent.at(6000 * SECOND).left()).isEqualTo(2);
    assertThat(spent.at(45 * SECOND).spend(45 * SECOND).at(60 * SECOND).left()).isOne();
  }

  @Test
  void keysMustNotOutliveTheirOwnInterval() {
    assertThatThrownBy(() -> new KeyFreshness(Duration.ofHours(2), Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new KeyFreshness(Duration.ZERO, Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
