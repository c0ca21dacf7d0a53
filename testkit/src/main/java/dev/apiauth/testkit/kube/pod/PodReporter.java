package dev.apiauth.testkit.kube.pod;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps a pod's status in the API server as the pod is; while the server is away it tries on. */
final class PodReporter {

  private static final Duration RETRY = Duration.ofMillis(500);
  private static final Duration UNTIL_ASKED = Duration.ofHours(1);

  private final Node node;
  private final Supplier<Pod> latest;
  private final Supplier<PodState> state;
  private final Signal changed = new Signal();
  private final Ending ending = new Ending();
  private Optional<PodStatus> reported = Optional.empty();

  /**
   * @param latest the pod as it was last seen
   */
  PodReporter(Node node, Supplier<Pod> latest, Supplier<PodState> state) {
    this.node = node;
    this.latest = latest;
    this.state = state;
  }

  void start() {
    Thread.ofVirtual().name("status of a pod").start(this::report);
  }

  /** Something may have changed. */
  void changed() {
    changed.give();
  }

  void stop() {
    ending.announce();
    changed.give();
  }

  private void report() {
    while (!ending.isAnnounced()) {
      changed.await(reportNow() ? UNTIL_ASKED : RETRY);
    }
  }

  /** Reports; false if it must be tried again. */
  synchronized boolean reportNow() {
    var pod = latest.get();
    var status =
        new PodStatusReport(pod, state.get(), node.clock().instant())
            .status(node.network().nodeAddress());
    if (reported.equals(Optional.of(status))) return true;
    try {
      patch(pod, status);
      reported = Optional.of(status);
      return true;
    } catch (KubernetesClientException failure) {
      return failure.getCode() == HttpURLConnection.HTTP_NOT_FOUND;
    }
  }

  /** A merge patch replaces lists whole, as they are meant. */
  private void patch(Pod pod, PodStatus status) {
    var identity = Map.of("uid", pod.getMetadata().getUid());
    var patch = Map.of("metadata", identity, "status", status);
    node.client()
        .pods()
        .inNamespace(pod.getMetadata().getNamespace())
        .withName(pod.getMetadata().getName())
        .subresource("status")
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            node.client().getKubernetesSerialization().asJson(patch));
  }
}
