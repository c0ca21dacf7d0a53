package dev.apiauth.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.kube.control.ControlPlane;
import dev.apiauth.testkit.kube.control.ControlPlaneOptions;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhatIsMissingIsOneSentence {

  @Test
  void theCrd() {
    try (ControlPlane bare = ControlPlane.start(ControlPlaneOptions.defaults())) {
      assertThat(new Startup(bare.client()).complaint(Set.of("default")))
          .hasValueSatisfying(
              sentence ->
                  assertThat(sentence)
                      .contains("atlassianapiauths.apiauth.dev", "install the chart"));
    }
  }

  @Test
  void theRole() {
    try (OperatedNamespace cluster = OperatedNamespace.prepare()) {
      var stranger = ControlPlane.shared().asServiceAccount(cluster.namespace(), "default");

      assertThat(new Startup(stranger).complaint(Set.of(cluster.namespace())))
          .hasValueSatisfying(
              sentence -> assertThat(sentence).contains(cluster.namespace(), "watchNamespaces"));
    }
  }

  @Test
  void andNoneWhereTheChartIsInstalled() {
    try (OperatedNamespace cluster = OperatedNamespace.prepare()) {
      assertThat(new Startup(cluster.admin()).complaint(Set.of(cluster.namespace()))).isEmpty();
    }
  }
}
