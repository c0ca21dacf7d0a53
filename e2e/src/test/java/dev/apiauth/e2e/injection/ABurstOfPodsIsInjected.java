package dev.apiauth.e2e.injection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.e2e.cluster.Cluster;
import dev.apiauth.e2e.cluster.Team;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A StatefulSet that is scaled up all at once. Its pods are not run: admission is what is asked.
 */
class ABurstOfPodsIsInjected {

  private static final int PODS = 30;
  private static final String REVIEWS = "apiauth_admission_duration_seconds_count";
  private static final String WITHIN_A_SECOND =
      "apiauth_admission_duration_seconds_bucket{le=\"1.0\"}";

  private static final Cluster CLUSTER = Cluster.shared();
  private static final Team TEAM = CLUSTER.newTeam();

  private final TeamPods pods = new TeamPods(TEAM);

  @BeforeEach
  void protect() {
    pods.protect();
  }

  @AfterEach
  void remove() {
    TEAM.kubectl("delete", "statefulset/jira", "--wait=false");
  }

  @Test
  void withoutHaste() {
    Map<String, Double> before = OperatorMetrics.of(CLUSTER);

    TEAM.apply(
        pods.neverScheduled()
            .with("/spec/replicas", PODS)
            .with("/spec/podManagementPolicy", "Parallel")
            .yaml());
    Team.await(TeamPods.PATIENCE, "all pods are there", () -> pods.now().size() == PODS);

    assertThat(pods.now()).allSatisfy(TeamPods::assertInjected);
    assertThat(pods.failure()).isEmpty();
    Map<String, Double> after = OperatorMetrics.of(CLUSTER);
    double reviews = after.getOrDefault(REVIEWS, 0.0) - before.getOrDefault(REVIEWS, 0.0);
    double quick =
        after.getOrDefault(WITHIN_A_SECOND, 0.0) - before.getOrDefault(WITHIN_A_SECOND, 0.0);
    assertThat(reviews).isGreaterThanOrEqualTo(PODS);
    assertThat(quick).as("of %s reviews", reviews).isGreaterThanOrEqualTo(0.99 * reviews);
  }
}
