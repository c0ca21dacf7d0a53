package dev.apiauth.testkit.kube.pod;

import static dev.apiauth.testkit.kube.pod.PodCluster.PORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.testkit.kube.network.SharedNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class WithoutNamespacesAPortIsOnePods {

  private final PodCluster cluster =
      PodCluster.start(
          PodRunnerOptions.of(PodCluster.images()).withNetwork(new SharedNetwork("for a test")));

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void theSecondWaitsForTheFirstAndSaysSo() throws Exception {
    create("one");
    cluster.awaitReady("one");
    create("two");

    var waiting =
        cluster.await(
            "two",
            pod -> pod.getStatus().getConditions().toString().contains("port 8080 is one's"));
    assertThat(waiting.getStatus().getPhase()).isEqualTo("Pending");
    assertThat(cluster.ask("one", PORT, "/")).isEqualTo("one");

    cluster.client().pods().inNamespace(cluster.namespace()).withName("one").delete();
    cluster.awaitReady("two");
    assertThat(cluster.ask("two", PORT, "/")).isEqualTo("two");
  }

  @Test
  void filteringIsRefusedWithTheReason() {
    create("one");
    cluster.awaitReady("one");

    var link = cluster.runner().link(cluster.namespace(), "one").orElseThrow();
    assertThatThrownBy(() -> link.filter(PORT))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("for a test");
  }

  private void create(String name) {
    cluster.create(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: NAME}
        spec:
          terminationGracePeriodSeconds: 1
          containers:
          - name: main
            image: program
            args: [NAME, "8080"]
            ports: [{containerPort: 8080}]
            readinessProbe: {httpGet: {path: /ready, port: 8080}, periodSeconds: 1}
        """
            .replace("NAME", name));
  }
}
