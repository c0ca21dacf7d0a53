package dev.apiauth.operator.inject;

import dev.apiauth.operator.names.Annotations;
import dev.apiauth.operator.names.Labels;
import dev.apiauth.operator.names.Names;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;

/**
 * Puts the sidecar into a pod: what is ours is taken out by its name and put in again, so that a
 * second injection changes nothing (the API server may ask twice).
 *
 * <p>Of the user's parts only the port name http changes, since the sidecar takes it over: Services
 * and everything behind them need no change. Nothing is removed, and the pod's grace period stays.
 */
public final class PodInjector {

  private static final String DEFAULT_CONTAINER = "kubectl.kubernetes.io/default-container";

  /**
   * Injects.
   *
   * @param pod the pod, injected before or not; it is not changed
   * @param plan what was decided about this pod
   */
  public Pod inject(Pod pod, InjectionPlan plan) {
    var injected = new PodBuilder(OwnParts.removedFrom(pod));
    renamePorts(injected);
    addSidecar(injected, plan, ordinaryPlace(pod));
    mark(injected, plan);
    return injected.build();
  }

  /** In every ordinary container, since Services take the first one that has the name. */
  private static void renamePorts(PodBuilder pod) {
    pod.editSpec()
        .withContainers(
            PodContents.of(pod.build()).containers().stream().map(PortNames::withoutHttp).toList())
        .endSpec();
  }

  /**
   * What is added by others goes to the end of lists: ours stand where that moves nothing, so that
   * a second injection finds each in its place.
   */
  private static void addSidecar(PodBuilder pod, InjectionPlan plan, int ordinaryPlace) {
    Container sidecar = SidecarContainer.of(plan.template(), plan.facts());
    List<Volume> volumes = SidecarVolumes.of(plan.resource());
    var spec = pod.editSpec();
    volumes.reversed().forEach(volume -> spec.addToVolumes(0, volume));
    switch (plan.template().kind()) {
      case NATIVE -> spec.addToInitContainers(0, sidecar).endSpec();
      case ORDINARY -> spec.addToContainers(ordinaryPlace, sidecar).endSpec();
    }
  }

  /** Where the sidecar stands already; else behind all others. */
  private static int ordinaryPlace(Pod pod) {
    return (int)
        PodContents.of(pod).containers().stream()
            .takeWhile(container -> !ReservedNames.isOurContainer(container.getName()))
            .count();
  }

  private static void mark(PodBuilder pod, InjectionPlan plan) {
    pod.editMetadata()
        .addToLabels(Labels.POLICY, Names.policyLabel(plan.resource()))
        .addToAnnotations(Annotations.INJECTION_HASH, InjectionHash.of(plan.template()).value())
        .endMetadata();
    if (plan.template().kind() == SidecarKind.ORDINARY) showProductFirst(pod, plan);
  }

  /** What {@code kubectl logs} and {@code exec} take: the product, unless the user chose. */
  private static void showProductFirst(PodBuilder pod, InjectionPlan plan) {
    var metadata = pod.editMetadata();
    if (!metadata.getAnnotations().containsKey(DEFAULT_CONTAINER))
      metadata.addToAnnotations(DEFAULT_CONTAINER, plan.productContainer());
    metadata.endMetadata();
  }
}
