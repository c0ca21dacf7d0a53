package dev.apiauth.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.Eventually;
import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.operator.names.Labels;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatWasRenderedGoesWhenNothingNeedsIt {

  /** More than a sweep and its grace together. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void whichIsWhenTheLastPodWithTheLabelIsGone() {
    try (OperatedNamespace cluster = OperatedNamespace.start()) {
      String spec = "spec:\n  mode: Disabled";
      cluster.apply(Resources.jira("used").replace("spec:", spec));
      cluster.apply(Resources.jira("unused").replace("spec:", spec));
      Eventually.present(() -> cluster.rendered("used"));
      Eventually.present(() -> cluster.rendered("unused"));
      Pod pod = cluster.admin().resource(podOf("used", cluster.namespace())).create();

      cluster.admin().resource(cluster.resource("used").orElseThrow()).delete();
      cluster.admin().resource(cluster.resource("unused").orElseThrow()).delete();

      Eventually.within(
          PATIENCE, () -> Optional.of(cluster.rendered("unused")), there -> there.isEmpty());
      assertThat(cluster.rendered("used")).isPresent();

      cluster.admin().resource(pod).withGracePeriod(0).delete();
      Eventually.within(
          PATIENCE, () -> Optional.of(cluster.rendered("used")), there -> there.isEmpty());
    }
  }

  private static Pod podOf(String resource, String namespace) {
    return new PodBuilder()
        .withNewMetadata()
        .withName(resource + "-0")
        .withNamespace(namespace)
        .addToLabels(Labels.POLICY, resource)
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("product")
        .withImage("product:test")
        .endContainer()
        .endSpec()
        .build();
  }
}
