package dev.apiauth.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WhatIsOnItsWayIsLookedAtOften {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-24T10:00:00Z"));
  private final Pace pace = new Pace(now::get);

  @Test
  void andRarelyWhenItNeverComes() {
    assertThat(pace.unsettled("a")).hasMillis(500);
    assertThat(after(Duration.ofSeconds(5))).hasSeconds(1);
    assertThat(after(Duration.ofMinutes(2))).hasSeconds(5);
    assertThat(after(Duration.ofMinutes(10))).hasSeconds(30);
  }

  @Test
  void andOftenAgainAfterItHadSettled() {
    pace.unsettled("a");
    after(Duration.ofHours(1));

    assertThat(pace.settled("a")).hasSeconds(30);
    assertThat(pace.unsettled("a")).hasMillis(500);
  }

  @Test
  void eachResourceByItself() {
    pace.unsettled("a");
    after(Duration.ofHours(1));

    assertThat(pace.unsettled("b")).hasMillis(500);
  }

  private Duration after(Duration time) {
    now.updateAndGet(before -> before.plus(time));
    return pace.unsettled("a");
  }
}
