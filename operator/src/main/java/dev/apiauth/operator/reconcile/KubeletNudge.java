package dev.apiauth.operator.reconcile;

import dev.apiauth.operator.names.Annotations;
import dev.apiauth.policy.document.PolicyHash;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes kubelets sync the rendered Secret soon. A kubelet looks at a pod's volumes when the pod
 * changes, else about once a minute; and its own copy of the Secret may be old when it looks
 * (kubernetes#129645), so it is asked again until the sidecar acknowledges.
 */
final class KubeletNudge {

  private final ClusterWriter writer;
  private final InstantSource clock;
  private final Map<String, SyncAttempt> attempts = new ConcurrentHashMap<>();

  KubeletNudge(ClusterWriter writer, InstantSource clock) {
    this.writer = writer;
    this.clock = clock;
  }

  /** Nudges the pods that are due, of those whose sidecars enforce something else. */
  void nudge(List<Pod> lagging, PolicyHash policy) {
    lagging.forEach(pod -> nudge(pod, policy));
  }

  /** Forgets pods that have caught up or are gone. */
  void forget(List<String> uids) {
    uids.forEach(attempts::remove);
  }

  private void nudge(Pod pod, PolicyHash policy) {
    String uid = pod.getMetadata().getUid();
    Instant now = clock.instant();
    SyncAttempt last = attempts.get(uid);
    if (last != null && last.policy().equals(policy) && !last.isDue(now)) return;
    var attempt = SyncAttempt.after(annotation(pod), policy, now);
    writer.annotate(pod, Annotations.POLICY_SYNC, attempt.annotation());
    attempts.put(uid, attempt);
  }

  private static Optional<String> annotation(Pod pod) {
    return Optional.ofNullable(pod.getMetadata().getAnnotations())
        .map(annotations -> annotations.get(Annotations.POLICY_SYNC));
  }
}
