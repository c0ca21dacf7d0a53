package dev.apiauth.testkit.kube.pod;

import static dev.apiauth.testkit.kube.pod.PodCluster.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** A pod as injection leaves it: the sidecar has taken the port's name over. */
@Timeout(90)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SidecarsComeFirstAndGoLast {

  private static final String POD = "product";
  private static final int SIDECAR_PORT = 15080;

  private static final PodCluster CLUSTER = PodCluster.start();

  @BeforeAll
  static void create() {
    assumeThat(CLUSTER.runner().network().separatesPods())
        .as(CLUSTER.runner().network().description())
        .isTrue();
    CLUSTER.create(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: product}
        spec:
          selector: {app: product}
          ports: [{name: http, port: 80, targetPort: http}]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: product, labels: {app: product}}
        spec:
          terminationGracePeriodSeconds: 10
          initContainers:
          - name: sidecar
            image: program
            restartPolicy: Always
            args: [sidecar, "15080"]
            ports: [{name: http, containerPort: 15080}]
            startupProbe: {httpGet: {path: /, port: http}, periodSeconds: 1, failureThreshold: 30}
            readinessProbe: {httpGet: {path: /ready, port: http}, periodSeconds: 1}
          - name: prepare
            image: shell
            command: [sh, -c, "echo prepared > /state/file"]
            volumeMounts: [{name: state, mountPath: /state}]
          containers:
          - name: main
            image: program
            args: [main, "8080", /state/file]
            ports: [{name: http-app, containerPort: 8080}]
            volumeMounts: [{name: state, mountPath: /state}]
            readinessProbe: {tcpSocket: {port: 8080}, periodSeconds: 1}
            lifecycle: {preStop: {exec: {command: [sh, -c, "sleep 1; echo stopping > /state/hook"]}}}
          volumes: [{name: state, emptyDir: {}}]
        """);
    CLUSTER.awaitReady(POD);
  }

  @AfterAll
  static void stop() {
    CLUSTER.close();
  }

  @Test
  @Order(1)
  void theProductStartsWhenTheSidecarIsStartedAndTheOthersAreThrough() throws Exception {
    assertThat(CLUSTER.said(POD, "main", "starts")).isAfter(CLUSTER.said(POD, "sidecar", "starts"));
    assertThat(CLUSTER.ask(POD, 8080, "/file")).isEqualTo("prepared\n");

    var pod = CLUSTER.pod(POD);
    assertThat(status(pod, "sidecar").getStarted()).isTrue();
    assertThat(status(pod, "prepare").getState().getTerminated().getReason())
        .isEqualTo("Completed");
  }

  @Test
  @Order(2)
  void theServiceLeadsToTheSidecar() {
    var slices =
        PodCluster.until(SidecarsComeFirstAndGoLast::slices, SidecarsComeFirstAndGoLast::isReady);

    assertThat(slices.getFirst().getPorts().getFirst().getPort()).isEqualTo(SIDECAR_PORT);
    assertThat(slices.getFirst().getEndpoints().getFirst().getAddresses())
        .containsExactly(CLUSTER.address(POD));
  }

  @Test
  @Order(3)
  void theSidecarsReadinessIsThePods() throws Exception {
    assertThat(CLUSTER.ask(POD, SIDECAR_PORT, "/unready")).isEqualTo("true");

    var pod = CLUSTER.await(POD, found -> !PodCluster.isReady(found));
    assertThat(status(pod, "main").getReady()).isTrue();
    PodCluster.until(SidecarsComeFirstAndGoLast::slices, slices -> !isReady(slices));
  }

  @Test
  @Order(4)
  void theSidecarEndsAfterTheProductHasEndedInPeace() {
    CLUSTER.client().pods().inNamespace(CLUSTER.namespace()).withName(POD).delete();
    PodCluster.until(() -> CLUSTER.runner().processes(CLUSTER.namespace(), POD), List::isEmpty);

    CLUSTER.awaitGone(POD);
    assertThat(CLUSTER.runner().link(CLUSTER.namespace(), POD)).isEmpty();
  }

  @Test
  @Order(5)
  void theOrderOfTheEndIsInTheLogs() {
    CLUSTER.create(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: ending, finalizers: [test.invalid/keep-its-logs]}
        spec:
          terminationGracePeriodSeconds: 10
          initContainers:
          - {name: first, image: program, restartPolicy: Always, args: [first, "1001"]}
          - {name: second, image: program, restartPolicy: Always, args: [second, "1002"]}
          containers:
          - name: main
            image: program
            args: [main, "8080"]
            ports: [{containerPort: 8080}]
            readinessProbe: {tcpSocket: {port: 8080}, periodSeconds: 1}
            lifecycle: {preStop: {sleep: {seconds: 1}}}
        """);
    CLUSTER.awaitReady("ending");
    var asked = Instant.now();

    var pods = CLUSTER.client().pods().inNamespace(CLUSTER.namespace()).withName("ending");
    pods.delete();
    CLUSTER.await("ending", pod -> status(pod, "first").getState().getTerminated() != null);

    assertThat(CLUSTER.said("ending", "main", "ends")).isAfter(asked.plusSeconds(1));
    assertThat(CLUSTER.said("ending", "second", "ends"))
        .isAfter(CLUSTER.said("ending", "main", "ends"));
    assertThat(CLUSTER.said("ending", "first", "ends"))
        .isAfter(CLUSTER.said("ending", "second", "ends"));
    pods.edit(
        pod -> {
          pod.getMetadata().setFinalizers(List.of());
          return pod;
        });
    CLUSTER.awaitGone("ending");
  }

  private static List<EndpointSlice> slices() {
    return CLUSTER
        .client()
        .discovery()
        .v1()
        .endpointSlices()
        .inNamespace(CLUSTER.namespace())
        .withLabel("kubernetes.io/service-name", "product")
        .list()
        .getItems();
  }

  private static boolean isReady(List<EndpointSlice> slices) {
    return slices.stream()
        .flatMap(slice -> slice.getEndpoints().stream())
        .anyMatch(endpoint -> endpoint.getConditions().getReady());
  }
}
