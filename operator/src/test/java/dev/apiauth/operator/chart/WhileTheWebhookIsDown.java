package dev.apiauth.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.kube.control.ControlPlane;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pods that might be a product's wait, and nothing else does. */
class WhileTheWebhookIsDown {

  private static final ControlPlane CONTROL_PLANE = ControlPlane.shared();
  private static final ProtectedNamespace WATCHED =
      ProtectedNamespace.fresh(CONTROL_PLANE, "watched");
  private static final ProtectedNamespace UNWATCHED =
      ProtectedNamespace.fresh(CONTROL_PLANE, "unwatched");

  private static InstalledChart chart;

  @BeforeAll
  static void install() {
    chart = InstalledChart.watching(CONTROL_PLANE, WATCHED.name());
    StatefulSet first = WATCHED.statefulSet("first");
    long end = System.nanoTime() + 30_000_000_000L;
    while (dryRunOf(first).isEmpty()) {
      assertThat(System.nanoTime()).as("the API server knows of the webhook").isLessThan(end);
    }
  }

  @AfterAll
  static void uninstall() {
    chart.close();
  }

  @Test
  void podsOfStatefulSetsWaitAndTheirEventsSayForWhat() {
    StatefulSet jira = WATCHED.statefulSet("jira", 1);

    assertThat(Events.about(WATCHED, "jira", "FailedCreate"))
        .hasValueSatisfying(
            why -> assertThat(why).contains("failed calling webhook \"pods.apiauth.dev\""));
    assertThat(WATCHED.client().pods().inNamespace(WATCHED.name()).withName("jira-0").get())
        .isNull();
    assertThat(dryRunOf(jira)).isPresent();
  }

  @Test
  void theyComeWhenItIsGone() {
    InstalledChart another = InstalledChart.watching(CONTROL_PLANE, UNWATCHED.name());
    UNWATCHED.statefulSet("waiting", 1);
    assertThat(Events.about(UNWATCHED, "waiting", "FailedCreate")).isPresent();

    another.close();

    assertThat(Events.about(UNWATCHED, "waiting", "SuccessfulCreate")).isPresent();
  }

  @Test
  void otherPodsOfTheNamespaceDoNotWait() {
    var replicas =
        new ReplicaSetBuilder().withNewMetadata().withName("x").withUid("1").endMetadata();

    assertThat(WATCHED.refusalOf(Pods.bare("helm-test"))).isEmpty();
    assertThat(WATCHED.refusalOf(Pods.of(replicas.build(), "of-a-deployment"))).isEmpty();
  }

  @Test
  void norDoAnyOfOtherNamespaces() {
    var elsewhere = ProtectedNamespace.fresh(CONTROL_PLANE, "elsewhere");

    assertThat(elsewhere.refusalOf(Pods.of(elsewhere.statefulSet("jira")))).isEmpty();
  }

  private static Optional<String> dryRunOf(StatefulSet workload) {
    var pod = Pods.of(workload, "only-tried");
    return ProtectedNamespace.refusal(
        () -> WATCHED.client().resource(pod).inNamespace(WATCHED.name()).dryRun().create());
  }
}
