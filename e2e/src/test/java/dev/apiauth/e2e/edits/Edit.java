package dev.apiauth.e2e.edits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.e2e.cluster.Team;
import java.time.Duration;
import java.util.List;

/** A change while Jira runs, from the moment at which the API server has it. */
final class Edit {

  private static final Duration PROMPTLY = Duration.ofSeconds(5);

  private final RunningJira jira;
  private final String hashBefore;
  private final int saidBefore;
  private final long begin;

  private Edit(RunningJira jira, Runnable change) {
    this.jira = jira;
    this.hashBefore = jira.policyHash();
    this.saidBefore = jira.log().length();
    change.run();
    this.begin = System.nanoTime();
  }

  /** Makes the change and does not wait. */
  static Edit of(RunningJira jira, Runnable change) {
    return new Edit(jira, change);
  }

  /** Within five seconds every pod has acknowledged it, and answers that token so. */
  void isInForce(String token, int status) {
    isInForceWithin(PROMPTLY, token, status);
  }

  /** The same within another time. What was acknowledged is not asked twice. */
  void isInForceWithin(Duration bound, String token, int status) {
    Duration gone = Duration.ofNanos(System.nanoTime() - begin);
    Team.await(
        bound.minus(gone),
        "every pod enforces another policy than %s. The status says %s"
            .formatted(hashBefore, jira.log().last()),
        () -> jira.isProgrammedOtherThan(hashBefore));
    assertThat(jira.answers(token)).containsOnly(status);
  }

  /** What Programmed said since then while it was not True. */
  List<String> lacking() {
    return jira.log().lackedSince(saidBefore, "Programmed");
  }
}
