package dev.apiauth.testkit.kube.pod;

import static dev.apiauth.testkit.kube.pod.PodCluster.PORT;
import static dev.apiauth.testkit.kube.pod.PodCluster.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.apiauth.testkit.product.site.Product;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class PodsOfAllKindsRun {

  private static final ProductImage CONFLUENCE =
      new ProductImage(Product.CONFLUENCE, List.of("alice"), Map.of("token-of-every-pod", "alice"));

  private static final PodCluster CLUSTER =
      PodCluster.start(PodRunnerOptions.of(PodCluster.images().withProduct(CONFLUENCE)));

  @BeforeAll
  static void onlyWherePodsAreSeparated() {
    assumeThat(CLUSTER.runner().network().separatesPods()).isTrue();
  }

  @AfterAll
  static void stop() {
    CLUSTER.close();
  }

  @Test
  void aProductUnderTheNameOfItsImage() throws Exception {
    CLUSTER.create(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: wiki}
        spec:
          terminationGracePeriodSeconds: 1
          containers:
          - name: confluence
            image: atlassian/confluence:10.2.7
            env: [{name: ATL_TOMCAT_PORT, value: "8090"}, {name: ATL_TOMCAT_CONTEXTPATH, value: /wiki}]
            ports: [{name: http, containerPort: 8090}]
            readinessProbe: {httpGet: {path: /wiki/status, port: 8090}, periodSeconds: 1, failureThreshold: 10}
        """);
    CLUSTER.awaitReady("wiki");

    assertThat(currentUser("token-of-every-pod").body()).contains("\"username\":\"alice\"");
    assertThat(currentUser("another").body()).doesNotContain("alice");
  }

  private static HttpResponse<String> currentUser(String token) throws Exception {
    var uri = "http://%s:8090/wiki/rest/api/user/current".formatted(CLUSTER.address("wiki"));
    var request =
        HttpRequest.newBuilder(URI.create(uri)).header("Authorization", "Bearer " + token).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void anUnknownImageWaitsAndSaysSo() {
    CLUSTER.create(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: stranger}
        spec: {containers: [{name: main, image: "nobody/knows:1"}]}
        """);

    var pod =
        CLUSTER.await(
            "stranger",
            found ->
                !found.getStatus().getContainerStatuses().isEmpty()
                    && "ErrImageNeverPull"
                        .equals(status(found, "main").getState().getWaiting().getReason()));
    assertThat(status(pod, "main").getState().getWaiting().getMessage())
        .contains("nobody/knows:1", "atlassian/confluence");
    assertThat(pod.getStatus().getPhase()).isEqualTo("Pending");
  }

  @Test
  void aPodThatRunsToItsEndSucceedsAndTakesItsSidecarAlong() {
    CLUSTER.create(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: job}
        spec:
          restartPolicy: Never
          terminationGracePeriodSeconds: 2
          initContainers: [{name: sidecar, image: program, restartPolicy: Always, args: [sidecar, "1001"]}]
          containers: [{name: main, image: shell, command: [sh, -c, "echo done"]}]
        """);

    CLUSTER.await("job", PodCluster.where(pod -> pod.getStatus().getPhase(), "Succeeded"));
    CLUSTER.await("job", pod -> status(pod, "sidecar").getState().getTerminated() != null);
    assertThat(CLUSTER.runner().logs(CLUSTER.namespace(), "job", "main")).isEqualTo("done\n");
  }

  @Test
  void anInitContainerThatFailsIsTriedAgain() {
    CLUSTER.create(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: stubborn}
        spec:
          terminationGracePeriodSeconds: 1
          initContainers:
          - name: twice
            image: shell
            command: [sh, -c, "test -e /state/seen || { touch /state/seen; exit 1; }"]
            volumeMounts: [{name: state, mountPath: /state}]
          containers: [{name: main, image: program, args: [main, "8080"]}]
          volumes: [{name: state, emptyDir: {}}]
        """);

    var pod = CLUSTER.awaitReady("stubborn");
    assertThat(status(pod, "twice").getRestartCount()).isEqualTo(1);
  }

  @Test
  void oneThatItsLivenessProbeGivesUpIsRestarted() throws Exception {
    CLUSTER.create(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: sick}
        spec:
          terminationGracePeriodSeconds: 1
          containers:
          - name: main
            image: program
            args: [main, "8080"]
            readinessProbe: {tcpSocket: {port: 8080}, periodSeconds: 1}
            livenessProbe: {httpGet: {path: /ready, port: 8080}, periodSeconds: 1, failureThreshold: 1, initialDelaySeconds: 2}
        """);
    CLUSTER.awaitReady("sick");
    CLUSTER.ask("sick", PORT, "/unready");

    CLUSTER.await("sick", pod -> status(pod, "main").getRestartCount() > 0);
    CLUSTER.awaitReady("sick");
  }

  @Test
  void environmentComesFromObjectsAndFields() {
    CLUSTER.create(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: words}
        stringData: {GREETING: hello, other: world}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: numbers}
        data: {one: "1", nested: "deep"}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: speaker, annotations: {test.invalid/mood: merry}}
        spec:
          restartPolicy: Never
          containers:
          - name: main
            image: shell
            command: [sh, -c]
            args: ["echo $(GREETING) $(OTHER) $ONE $(MOOD) $LIMIT $(cat /conf/a/b) $(cat /conf/ns)"]
            envFrom: [{secretRef: {name: words}}]
            resources: {limits: {memory: 1Ki}}
            env:
            - {name: OTHER, valueFrom: {secretKeyRef: {name: words, key: other}}}
            - {name: ONE, valueFrom: {configMapKeyRef: {name: numbers, key: one}}}
            - {name: NONE, valueFrom: {configMapKeyRef: {name: numbers, key: none, optional: true}}}
            - {name: MOOD, valueFrom: {fieldRef: {fieldPath: "metadata.annotations['test.invalid/mood']"}}}
            - {name: LIMIT, valueFrom: {resourceFieldRef: {resource: limits.memory}}}
            volumeMounts: [{name: conf, mountPath: /conf}]
          volumes:
          - name: conf
            projected:
              sources:
              - {configMap: {name: numbers, items: [{key: nested, path: a/b}]}}
              - {downwardAPI: {items: [{path: ns, fieldRef: {fieldPath: metadata.namespace}}]}}
        """);

    CLUSTER.await("speaker", PodCluster.where(pod -> pod.getStatus().getPhase(), "Succeeded"));
    assertThat(CLUSTER.runner().logs(CLUSTER.namespace(), "speaker", "main"))
        .isEqualTo("hello world 1 merry 1024 deep " + CLUSTER.namespace() + "\n");
  }
}
