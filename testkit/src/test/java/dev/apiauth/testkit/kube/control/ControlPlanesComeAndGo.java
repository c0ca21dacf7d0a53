package dev.apiauth.testkit.kube.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ControlPlanesComeAndGo {

  /** Three seconds on an idle machine with two cores; a build machine may have much else to do. */
  private static final Duration BOUND = Duration.ofSeconds(30);

  @Test
  void oneComesUpInSecondsBesideAnotherAndLeavesNothing() {
    var shared = ControlPlane.shared();
    long start = System.nanoTime();
    Path directory;
    try (var own = ControlPlane.start(ControlPlaneOptions.defaults())) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
      directory = own.kubeconfig().getParent();
      var namespace = own.newNamespace("own");
      assertThat(own.client().namespaces().withName(namespace).get()).isNotNull();
      assertThat(shared.client().namespaces().withName(namespace).get()).isNull();
      assertThat(shared.kubeconfig()).isNotEqualTo(own.kubeconfig());
    }
    assertThat(directory).doesNotExist();
    assertThat(shared.client().namespaces().withName("default").get()).isNotNull();
  }

  @Test
  void theApiServerMayGoAndComeBackWithEverythingInPlace() {
    try (var own = ControlPlane.start(ControlPlaneOptions.defaults())) {
      var namespace = own.newNamespace("kept");
      var server = own.client().getMasterUrl();

      own.stopApiServer();
      assertThat(own.kubectl().attempt("get", "namespaces").stderr()).contains("was refused");

      own.startApiServer();
      assertThat(own.client().namespaces().withName(namespace).get()).isNotNull();
      assertThat(own.client().getMasterUrl()).isEqualTo(server);
      assertThat(own.newNamespace("more")).isNotEqualTo(namespace);
    }
  }

  @Test
  void flagsReachTheApiServer() {
    var options =
        ControlPlaneOptions.defaults()
            .withApiServerFlags("--disable-admission-plugins=ServiceAccount");
    try (var own = ControlPlane.start(options)) {
      own.kubectl().run("run", "bare", "--image=nothing/at-all:1");
      var pod = own.client().pods().inNamespace("default").withName("bare").get();
      assertThat(pod.getSpec().getContainers().getFirst().getVolumeMounts()).isEmpty();
    }
  }

  @Test
  void aProgramThatDoesNotComeUpIsQuoted() {
    var options = ControlPlaneOptions.defaults();
    assertThatThrownBy(() -> ControlPlane.start(options.withApiServerFlags("--no-such-flag")))
        .hasMessageContaining("kube-apiserver ended with exit code")
        .hasMessageContaining("unknown flag: --no-such-flag");
    assertThatThrownBy(
            () -> ControlPlane.start(options.withControllerManagerFlags("--none-here-either")))
        .hasMessageContaining("kube-controller-manager ended with exit code")
        .hasMessageContaining("unknown flag: --none-here-either");
  }
}
