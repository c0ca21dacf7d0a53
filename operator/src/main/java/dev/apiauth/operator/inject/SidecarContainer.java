package dev.apiauth.operator.inject;

import dev.apiauth.operator.names.PodParts;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;

/**
 * The container that is put into pods.
 *
 * <p>Every field is written that the API server would fill in: it calls the webhook again after it
 * has done so, and then nothing may be left to change.
 */
final class SidecarContainer {

  private SidecarContainer() {}

  static Container of(SidecarTemplate template, PodFacts facts) {
    var container =
        new ContainerBuilder()
            .withName(PodParts.SIDECAR)
            .withImage(template.image())
            .withImagePullPolicy(template.pullPolicy().name())
            .withArgs(SidecarArguments.of(template, facts.upstream()))
            .withPorts(
                port(PodParts.HTTP, PodParts.LISTENER_PORT),
                port(PodParts.PROBES, PodParts.PROBES_PORT),
                port(PodParts.CHANNEL, PodParts.CHANNEL_PORT))
            .withStartupProbe(SidecarProbes.startup())
            .withReadinessProbe(SidecarProbes.readiness())
            .withResources(template.resources().requirements())
            .withSecurityContext(RestrictedSecurity.context(facts.user()))
            .withTerminationMessagePath("/dev/termination-log")
            .withTerminationMessagePolicy("File")
            .withVolumeMounts(SidecarVolumes.mounts());
    return inItsForm(container, template.kind(), facts).build();
  }

  /**
   * The kubelet ends a native sidecar after all else. An ordinary container is told to end with all
   * others at once: it goes on serving until those who route here have learned of it, and then
   * drains.
   */
  private static ContainerBuilder inItsForm(
      ContainerBuilder container, SidecarKind kind, PodFacts facts) {
    return switch (kind) {
      case NATIVE -> container.withRestartPolicy("Always");
      case ORDINARY -> {
        facts
            .preStopSeconds()
            .ifPresent(
                seconds ->
                    container
                        .withNewLifecycle()
                        .withNewPreStop()
                        .withNewSleep((long) seconds)
                        .endPreStop()
                        .endLifecycle());
        yield container;
      }
    };
  }

  private static ContainerPort port(String name, int number) {
    return new ContainerPortBuilder()
        .withName(name)
        .withContainerPort(number)
        .withProtocol("TCP")
        .build();
  }
}
