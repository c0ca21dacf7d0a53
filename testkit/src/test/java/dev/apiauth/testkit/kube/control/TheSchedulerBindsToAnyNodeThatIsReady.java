package dev.apiauth.testkit.kube.control;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TheSchedulerBindsToAnyNodeThatIsReady {

  private static final String NODE = "made-up";

  private final ControlPlane controlPlane = ControlPlane.shared();

  @Test
  void alsoToOneThatIsAnObjectAlone() {
    var namespace = controlPlane.newNamespace("bound");
    var client = controlPlane.client();
    client.resource(node()).create();
    client.resource(node()).updateStatus();
    controlPlane.kubectl().run("run", "one", "-n", namespace, "--image=nothing/at-all:1");
    var bound =
        client
            .pods()
            .inNamespace(namespace)
            .withName("one")
            .waitUntilCondition(pod -> pod.getSpec().getNodeName() != null, 20, SECONDS);
    assertThat(bound.getSpec().getNodeName()).isEqualTo(NODE);
  }

  @AfterEach
  void removeTheNode() {
    controlPlane.client().nodes().withName(NODE).delete();
  }

  private static Node node() {
    var room =
        Map.of("cpu", new Quantity("2"), "memory", new Quantity("2Gi"), "pods", new Quantity("10"));
    return new NodeBuilder()
        .withNewMetadata()
        .withName(NODE)
        .endMetadata()
        .withNewStatus()
        .withCapacity(room)
        .withAllocatable(room)
        .addNewCondition()
        .withType("Ready")
        .withStatus("True")
        .withReason("TestSaysSo")
        .endCondition()
        .endStatus()
        .build();
  }
}
