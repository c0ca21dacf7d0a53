package dev.apiauth.operator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.Eventually;
import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.testkit.kube.control.ControlPlane;
import dev.apiauth.testkit.kube.control.ControlPlaneOptions;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** An API server that is gone for less than a lease lasts is not worth a restart of anything. */
class ARestartedApiServerIsFollowed {

  private static final Duration GONE = Duration.ofSeconds(3);

  /**
   * A restarted API server refuses pods until it has found the kinds of policies' parameters again,
   * up to half a minute later: Kubernetes' own doing, and on the safe side.
   */
  private static final Duration UNTIL_POLICIES_ARE_BACK = Duration.ofSeconds(90);

  private static final String SIDECAR = "apiauth-sidecar";

  @Test
  void andTheWebhookAnswersMeanwhile() throws Exception {
    try (var controlPlane = ControlPlane.start(ControlPlaneOptions.defaults());
        var cluster = OperatedNamespace.start(controlPlane, UnaryOperator.identity())) {
      EditedJira jira = EditedJira.in(cluster);
      Pod pod = podOf(cluster);
      DirectReview review = DirectReview.asRegistered(cluster.admin(), cluster.home());

      controlPlane.stopApiServer();
      assertThat(review.patchOf(pod)).contains(SIDECAR);
      Eventually.pause(GONE);
      assertThat(review.patchOf(pod)).contains(SIDECAR);
      controlPlane.startApiServer();

      jira.edit().awaitEnd();
      Eventually.within(
          UNTIL_POLICIES_ARE_BACK, () -> admitted(cluster.admin(), pod), this::isInjected);
      assertThat(cluster.operator().isLeading()).isTrue();
      assertThat(cluster.ends()).isEmpty();
    }
  }

  /** As the controller manager makes it. */
  private static Pod podOf(OperatedNamespace cluster) {
    StatefulSet workload =
        cluster
            .admin()
            .apps()
            .statefulSets()
            .inNamespace(cluster.namespace())
            .withName("jira")
            .get();
    return new PodBuilder()
        .withNewMetadata()
        .withName("jira-0")
        .withNamespace(cluster.namespace())
        .addNewOwnerReference()
        .withApiVersion(workload.getApiVersion())
        .withKind(workload.getKind())
        .withName(workload.getMetadata().getName())
        .withUid(workload.getMetadata().getUid())
        .withController(true)
        .endOwnerReference()
        .endMetadata()
        .withSpec(workload.getSpec().getTemplate().getSpec())
        .build();
  }

  /** Empty while the API server cannot say. */
  private static Optional<Pod> admitted(KubernetesClient admin, Pod pod) {
    try {
      return Optional.of(admin.resource(pod).dryRun().create());
    } catch (KubernetesClientException notYet) {
      return Optional.empty();
    }
  }

  private boolean isInjected(Pod pod) {
    return pod.getSpec().getInitContainers().stream()
        .anyMatch(container -> container.getName().equals(SIDECAR));
  }
}
