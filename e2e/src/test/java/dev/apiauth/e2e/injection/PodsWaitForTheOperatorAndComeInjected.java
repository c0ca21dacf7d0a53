package dev.apiauth.e2e.injection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.e2e.cluster.Cluster;
import dev.apiauth.e2e.cluster.Team;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The operator is killed as a crash would, and comes back. The cluster is the one that all tests
 * share: it has its operator again before the test ends, whatever comes of it.
 */
class PodsWaitForTheOperatorAndComeInjected {

  private static final Cluster CLUSTER = Cluster.shared();
  private static final Team TEAM = CLUSTER.newTeam();
  private static final String NOWHERE = "nodeSelector: {example.com/no-such: node}";

  private final TeamPods pods = new TeamPods(TEAM);
  private final String unwatched = CLUSTER.controlPlane().newNamespace("unwatched");

  @BeforeEach
  void protect() {
    pods.protect();
    CLUSTER.operator().kill();
  }

  @AfterEach
  void remove() {
    if (!CLUSTER.operator().isReady()) CLUSTER.startOperator();
    TEAM.kubectl("delete", "statefulset,deployment", "--all", "--wait=false");
  }

  @Test
  void whileNobodyElseWaits() {
    TEAM.apply(pods.neverScheduled().yaml());
    TEAM.apply(pods.neverScheduled().with("/metadata/namespace", unwatched).yaml());
    TEAM.apply(deployment());

    Team.await(TeamPods.PATIENCE, "the controller fails", () -> pods.failure().isPresent());
    assertThat(pods.failure().orElseThrow())
        .contains("failed calling webhook \"pods.apiauth.dev\"");
    assertThat(pods.now()).isEmpty();
    assertThat(TEAM.tryToApply(bare()).stderr()).isEmpty();
    Team.await(TeamPods.PATIENCE, "a Deployment's pod", () -> isThere(TEAM.namespace(), "worker"));
    Team.await(TeamPods.PATIENCE, "an unwatched pod", () -> isThere(unwatched, "jira"));

    CLUSTER.startOperator();

    Team.await(TeamPods.PATIENCE, "the pod comes", () -> !pods.now().isEmpty());
    assertThat(pods.now()).hasSize(1).allSatisfy(TeamPods::assertInjected);
  }

  private static boolean isThere(String namespace, String name) {
    return CLUSTER
        .controlPlane()
        .client()
        .pods()
        .inNamespace(namespace)
        .withLabels(Map.of("app.kubernetes.io/name", name))
        .list()
        .getItems()
        .stream()
        .map(Pod::getSpec)
        .anyMatch(spec -> spec.getInitContainers().isEmpty());
  }

  private static String bare() {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: bare, namespace: %s, labels: {app.kubernetes.io/name: helm-test}}
    spec: {%s, containers: [{name: test, image: "alpine:3"}]}
    """
        .formatted(TEAM.namespace(), NOWHERE);
  }

  private static String deployment() {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: worker, namespace: %s}
    spec:
      selector: {matchLabels: {app.kubernetes.io/name: worker}}
      template:
        metadata: {labels: {app.kubernetes.io/name: worker}}
        spec: {%s, containers: [{name: worker, image: "alpine:3"}]}
    """
        .formatted(TEAM.namespace(), NOWHERE);
  }
}
