package dev.apiauth.e2e.injection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.e2e.cluster.Cluster;
import dev.apiauth.e2e.cluster.Team;
import dev.apiauth.testkit.product.site.Product;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Beside the node that runs pods there is another one, an object and no more, whose kubelet is too
 * old. The operator asks for nodes when it starts, and every minute, which is not waited for here.
 */
class AnOldKubeletGetsAnOrdinarySidecar {

  private static final Cluster CLUSTER = Cluster.shared();
  private static final Team TEAM = CLUSTER.newTeam();

  @BeforeAll
  static void join() {
    TEAM.admin().resource(oldNode()).create();
    restartOperator();
  }

  @AfterAll
  static void leave() {
    TEAM.admin().resource(oldNode()).delete();
    restartOperator();
    TEAM.kubectl("delete", "statefulset/jira", "--wait=false");
  }

  @Test
  void andTheStatusSaysSo() {
    var pods = new TeamPods(TEAM);
    pods.protect();
    TEAM.apply(TEAM.statefulSet(Product.JIRA).yaml());
    TEAM.awaitCondition(Product.JIRA, "Ready", "True");

    assertThat(pods.now()).singleElement().satisfies(pod -> assertOrdinary(pod));
    assertThat(TEAM.condition(Product.JIRA, "Programmed", "reason")).isEqualTo("OrdinarySidecar");
    assertThat(TEAM.condition(Product.JIRA, "Programmed", "message"))
        .contains("The sidecar is an ordinary container");
  }

  private static void assertOrdinary(Pod pod) {
    assertThat(pod.getSpec().getInitContainers()).isEmpty();
    assertThat(pod.getSpec().getContainers())
        .extracting(Container::getName)
        .containsExactly("jira", "apiauth-sidecar");
    assertThat(pod.getSpec().getContainers().getLast().getLifecycle().getPreStop()).isNotNull();
  }

  private static void restartOperator() {
    CLUSTER.operator().kill();
    CLUSTER.startOperator();
  }

  private static Node oldNode() {
    return new NodeBuilder()
        .withNewMetadata()
        .withName("old-node")
        .endMetadata()
        .withNewSpec()
        .withUnschedulable(true)
        .endSpec()
        .withNewStatus()
        .withNewNodeInfo()
        .withArchitecture("amd64")
        .withKubeletVersion("v1.31.9")
        .withOperatingSystem("linux")
        .endNodeInfo()
        .endStatus()
        .build();
  }
}
