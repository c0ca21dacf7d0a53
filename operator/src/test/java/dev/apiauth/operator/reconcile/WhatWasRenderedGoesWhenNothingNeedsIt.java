package dev.apiauth.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.Eventually;
import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.operator.names.Labels;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The whole life of a policy: published, mounted by an injected pod, ended in two steps, removed.
 */
class WhatWasRenderedGoesWhenNothingNeedsIt {

  /** More than a sweep and its grace together. */
  private static final Duration PATIENCE = Duration.ofSeconds(75);

  @Test
  void whichIsWhenTheLastInjectedPodIsGone() {
    try (OperatedNamespace cluster = OperatedNamespace.start()) {
      cluster.apply(Resources.jira("used"));
      cluster.apply(Resources.jira("unused"));
      Eventually.satisfies(
          () -> cluster.condition("used", "Accepted"), one -> one.status().equals("True"));
      Eventually.present(() -> cluster.rendered("unused"));
      Pod pod = startedPod(cluster);

      endProtection(cluster, "used");
      endProtection(cluster, "unused");
      Eventually.within(
          PATIENCE, () -> Optional.of(cluster.rendered("unused")), there -> there.isEmpty());
      assertThat(cluster.rendered("used")).isPresent();
      assertThat(pod.getMetadata().getLabels()).containsEntry(Labels.POLICY, "used");

      scale(cluster, 0);
      cluster.admin().resource(pod).withGracePeriod(0).delete();
      Eventually.within(
          PATIENCE, () -> Optional.of(cluster.rendered("used")), there -> there.isEmpty());
    }
  }

  /** The API server sends the pod of a StatefulSet to the operator's webhook. */
  private static Pod startedPod(OperatedNamespace cluster) {
    cluster.create(Resources.workload("used"));
    scale(cluster, 1);
    Pod pod = Eventually.present(() -> cluster.pod("used-0"));
    assertThat(pod.getSpec().getInitContainers())
        .extracting(Container::getName)
        .containsExactly("apiauth-sidecar");
    return pod;
  }

  private static void endProtection(OperatedNamespace cluster, String resource) {
    cluster.apply(Resources.jira(resource).replace("spec:", "spec:\n  mode: Disabled"));
    cluster.admin().resource(cluster.resource(resource).orElseThrow()).delete();
  }

  private static void scale(OperatedNamespace cluster, int replicas) {
    KubernetesClient admin = cluster.admin();
    admin.apps().statefulSets().inNamespace(cluster.namespace()).withName("used").scale(replicas);
  }
}
