package dev.apiauth.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.Eventually;
import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.policy.document.PolicyCodec;
import dev.apiauth.policy.document.PolicyReading;
import dev.apiauth.policy.document.PolicySet;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two edits back to back, the operator's own status patch between them: framework versions after
 * ours lost the second one now and then (java-operator-sdk#3455).
 */
class TheLastEditWins {

  private static final int PAIRS = 20;

  @Test
  void twentyTimesOutOfTwenty() {
    try (OperatedNamespace cluster = OperatedNamespace.start()) {
      for (int pair = 0; pair < PAIRS; pair++) {
        cluster.apply(Resources.jira("jira", "jira", "first-" + pair));
        Eventually.pause(Duration.ofMillis(10L * pair));
        cluster.apply(Resources.jira("jira", "jira", "last-" + pair));

        List<String> expected = List.of("last-" + pair);
        Eventually.satisfies(
            () -> cluster.rendered("jira"), secret -> groups(secret).equals(expected));
        long generation = cluster.resource("jira").orElseThrow().getMetadata().getGeneration();
        Eventually.satisfies(
            () -> cluster.condition("jira", "Accepted"),
            accepted -> Long.valueOf(generation).equals(accepted.observedGeneration()));
      }
      assertThat(groups(cluster.rendered("jira").orElseThrow())).containsExactly("last-19");
    }
  }

  private static List<String> groups(Secret secret) {
    return new PolicyCodec().read(OperatedNamespace.files(secret))
            instanceof PolicyReading.Complete(PolicySet set, var hash)
        ? set.document().access().groups().allow()
        : List.of();
  }
}
