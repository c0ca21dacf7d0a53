package dev.apiauth.testkit.kube.pod;

import static dev.apiauth.testkit.kube.pod.PodCluster.PORT;
import static dev.apiauth.testkit.kube.pod.PodCluster.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.Pod;
import java.net.http.HttpTimeoutException;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class AStatefulSetsPodsRunHere {

  private static final String FIRST = "server-0";
  private static final String SECOND = "server-1";

  private static final PodCluster CLUSTER = PodCluster.start();

  private static Instant firstBecameReady = Instant.MAX;

  @BeforeAll
  static void create() {
    assumeThat(CLUSTER.runner().network().separatesPods())
        .as(CLUSTER.runner().network().description())
        .isTrue();
    CLUSTER.create(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: server}
        spec:
          replicas: 2
          serviceName: server
          selector: {matchLabels: {app: server}}
          template:
            metadata: {labels: {app: server}}
            spec:
              terminationGracePeriodSeconds: 5
              containers:
              - name: main
                image: program
                args: [$(POD_NAME), "8080"]
                env:
                - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
                - {name: POD_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
                ports: [{name: http, containerPort: 8080}]
                readinessProbe: {httpGet: {path: /ready, port: http}, periodSeconds: 1}
        """);
    CLUSTER.awaitReady(SECOND);
    firstBecameReady = readySince(CLUSTER.pod(FIRST));
  }

  private static Instant readySince(Pod pod) {
    return pod.getStatus().getConditions().stream()
        .filter(condition -> condition.getType().equals("Ready"))
        .map(condition -> Instant.parse(condition.getLastTransitionTime()))
        .findFirst()
        .orElseThrow();
  }

  @AfterAll
  static void stop() {
    CLUSTER.close();
  }

  @Test
  void oneAfterTheOther() {
    assertThat(CLUSTER.said(SECOND, "main", "starts")).isAfterOrEqualTo(firstBecameReady);
    assertThat(CLUSTER.pod(SECOND).getStatus().getPhase()).isEqualTo("Running");
  }

  @Test
  void eachAnswersAtItsOwnAddressOnTheSamePort() throws Exception {
    assertThat(CLUSTER.ask(FIRST, PORT, "/")).isEqualTo(FIRST);
    assertThat(CLUSTER.ask(SECOND, PORT, "/")).isEqualTo(SECOND);
  }

  @Test
  void whatEachProcessWasGivenCanBeSeen() {
    var process = CLUSTER.runner().processes(CLUSTER.namespace(), FIRST).getFirst();

    assertThat(ProcessHandle.of(process.pid())).hasValueSatisfying(ProcessHandle::isAlive);
    assertThat(process.command()).endsWith(FIRST, "8080");
    assertThat(process.environment())
        .containsEntry("POD_NAME", FIRST)
        .containsEntry("POD_IP", CLUSTER.address(FIRST));
  }

  @Test
  void oneThatCrashesIsRestarted() {
    assertThatThrownBy(() -> CLUSTER.ask(SECOND, PORT, "/crash")).isNotNull();

    var pod = CLUSTER.await(SECOND, found -> status(found, "main").getRestartCount() == 1);
    assertThat(status(pod, "main").getLastState().getTerminated().getExitCode()).isEqualTo(3);
    CLUSTER.awaitReady(SECOND);
  }

  @Test
  void oneThatIsNotReadyIsReportedAndRecovers() throws Exception {
    assertThat(CLUSTER.ask(FIRST, PORT, "/unready")).isEqualTo("true");
    var pod = CLUSTER.await(FIRST, found -> !PodCluster.isReady(found));
    assertThat(status(pod, "main").getReady()).isFalse();
    assertThat(status(pod, "main").getRestartCount()).isZero();

    assertThat(CLUSTER.ask(FIRST, PORT, "/ready-again")).isEqualTo("false");
    CLUSTER.awaitReady(FIRST);
  }

  @Test
  void aPortThatIsFilteredAndAPodThatIsCutOffStayReady() throws Exception {
    var link = CLUSTER.runner().link(CLUSTER.namespace(), FIRST).orElseThrow();

    link.filter(PORT);
    assertThatThrownBy(() -> CLUSTER.ask(FIRST, PORT, "/"))
        .isInstanceOf(HttpTimeoutException.class);
    link.unfilter(PORT);
    assertThat(CLUSTER.ask(FIRST, PORT, "/")).isEqualTo(FIRST);

    link.cutOff();
    assertThatThrownBy(() -> CLUSTER.ask(FIRST, PORT, "/"))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(PodCluster.isReady(CLUSTER.pod(FIRST))).isTrue();
    link.reconnect();
    assertThat(CLUSTER.ask(FIRST, PORT, "/")).isEqualTo(FIRST);
  }
}
