package dev.apiauth.testkit.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.kube.control.ControlPlane;
import org.junit.jupiter.api.Test;

class AControlPlaneIsReal {

  private final ControlPlane controlPlane = ControlPlane.shared();

  @Test
  void itSaysItsVersion() {
    assertThat(controlPlane.kubectl().run("version")).contains("Server Version: v1.34.4");
  }

  @Test
  void aNamespaceIsReadyForPods() {
    var namespace = controlPlane.newNamespace("ready");
    assertThat(controlPlane.kubectl().run("-n", namespace, "get", "serviceaccounts"))
        .contains("default");
  }
}
