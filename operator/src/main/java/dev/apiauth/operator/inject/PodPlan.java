package dev.apiauth.operator.inject;

import dev.apiauth.operator.inject.Judged.Found;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Judges whether a selected pod can be injected, and reads what the sidecar must know of it. */
final class PodPlan {

  /** Any id but root's serves: the sidecar's files are for everybody, and its root is read-only. */
  private static final long NOT_ROOT = 65532;

  /** The API server's default. */
  private static final long USUAL_GRACE_SECONDS = 30;

  /** Until everybody who routes to the pod has learned that it leaves. */
  private static final long PRE_STOP_SECONDS = 5;

  private PodPlan() {}

  /** Judges; every reason against it is found, not just the first. */
  static Judged<PlannedPod> of(Pod pod, AtlassianApiAuthSpec spec) {
    Pod theirs = OwnParts.removedFrom(pod);
    PodContents contents = PodContents.of(theirs);
    return ProductSearch.in(contents, spec.targetRef())
        .then(
            product ->
                contextPath(product, spec)
                    .then(path -> planned(theirs, product, path))
                    .unless(PortObstacles.in(contents, product).toList()))
        .unless(Stream.concat(HostObstacles.in(theirs), NameObstacles.in(theirs)).toList());
  }

  /**
   * A pod that can be injected.
   *
   * @param product where its product is
   * @param facts what the sidecar must know of it
   */
  record PlannedPod(Product product, PodFacts facts) {}

  /** Where the resource says it, the pod is not asked. */
  private static Judged<Optional<String>> contextPath(Product product, AtlassianApiAuthSpec spec) {
    boolean said = spec.upstream() != null && spec.upstream().contextPath() != null;
    return said ? new Found<>(Optional.empty()) : PodContextPath.of(product);
  }

  private static Judged<PlannedPod> planned(
      Pod pod, Product product, Optional<String> contextPath) {
    var upstream =
        new UpstreamFacts(product.number(), contextPath, PodExternalBase.of(product.container()));
    return new Found<>(
        new PlannedPod(
            product, new PodFacts(upstream, user(pod.getSpec()), preStop(pod.getSpec()))));
  }

  /** A pod that makes everybody root makes the sidecar root, which its own context then forbids. */
  private static OptionalLong user(PodSpec spec) {
    boolean root =
        Optional.ofNullable(spec.getSecurityContext())
            .map(PodSecurityContext::getRunAsUser)
            .filter(user -> user == 0)
            .isPresent();
    return root ? OptionalLong.of(NOT_ROOT) : OptionalLong.empty();
  }

  /** Never more than the grace period, which the API server would refuse. */
  private static OptionalInt preStop(PodSpec spec) {
    long grace =
        Optional.ofNullable(spec.getTerminationGracePeriodSeconds()).orElse(USUAL_GRACE_SECONDS);
    int seconds = (int) Math.min(PRE_STOP_SECONDS, grace / 2);
    return seconds > 0 ? OptionalInt.of(seconds) : OptionalInt.empty();
  }
}
