package dev.apiauth.operator.reconcile;

import dev.apiauth.operator.gather.Observed;
import dev.apiauth.operator.inject.InjectionHash;
import dev.apiauth.operator.inject.SidecarTemplate;
import dev.apiauth.operator.names.Names;
import dev.apiauth.operator.observe.DirectAccess;
import dev.apiauth.operator.observe.ObservedPod;
import dev.apiauth.operator.observe.PodObserver;
import dev.apiauth.operator.observe.PodToObserve;
import dev.apiauth.operator.resolve.InForce;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Asks the pods of a resource what they enforce. */
final class Observation {

  private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

  private final PodObserver observer;
  private final Supplier<SidecarTemplate> installed;

  Observation(PodObserver observer, Supplier<SidecarTemplate> installed) {
    this.observer = observer;
    this.installed = installed;
  }

  /** The pods that are neither going away nor have ended, in the order of their names. */
  static List<Pod> live(Observed observed) {
    return observed.pods().stream().filter(Observation::isLive).toList();
  }

  /** What those pods answer, in their order; blocks for seconds at most. */
  List<ObservedPod> ask(Observed observed, List<Pod> pods, Optional<InForce> inForce) {
    String host = Names.sidecarHost(observed.namespace(), observed.name());
    String form = InjectionHash.of(template(inForce)).value();
    List<ObservedPod> answers =
        observer.observe(pods.stream().map(pod -> PodToObserve.of(pod, host, form)).toList());
    return IntStream.range(0, pods.size())
        .mapToObj(at -> proven(pods.get(at), answers.get(at)))
        .toList();
  }

  /** A product that does not listen yet refuses everybody: that proves nothing. */
  static ObservedPod proven(Pod pod, ObservedPod answer) {
    return answer.directAccess() instanceof DirectAccess.Closed && !Readiness.isPodReady(pod)
        ? answer.with(new DirectAccess.Unknown("it is not ready yet"))
        : answer;
  }

  private SidecarTemplate template(Optional<InForce> inForce) {
    SidecarTemplate today = installed.get();
    return inForce.map(policy -> today.forSpec(policy.spec())).orElse(today);
  }

  private static boolean isLive(Pod pod) {
    return pod.getMetadata().getDeletionTimestamp() == null
        && (pod.getStatus() == null || !ENDED.contains(pod.getStatus().getPhase()));
  }
}
