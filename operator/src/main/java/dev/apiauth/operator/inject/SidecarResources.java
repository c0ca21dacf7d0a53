package dev.apiauth.operator.inject;

import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;

/**
 * What the sidecar asks of its node.
 *
 * @param requests what it is sure of
 * @param limits what it never exceeds
 */
public record SidecarResources(ResourceAmounts requests, ResourceAmounts limits) {

  /**
   * What an installation has that says nothing else. The limit of two processors is not there to
   * save them: the JVM sizes its threads by it, and so stays within its memory on a node with a
   * hundred processors; namespaces with a quota demand one, too.
   */
  public static final SidecarResources DEFAULT =
      new SidecarResources(ResourceAmounts.of("100m", "256Mi"), ResourceAmounts.of("2", "512Mi"));

  /** Nothing said. */
  public static final SidecarResources UNSAID =
      new SidecarResources(ResourceAmounts.NONE, ResourceAmounts.NONE);

  /** These, and the other's where these leave something out. */
  public SidecarResources orElse(SidecarResources other) {
    return new SidecarResources(requests.orElse(other.requests), limits.orElse(other.limits));
  }

  /**
   * As a container has them. A request above its limit is lowered to it, since such a pod could not
   * be created; a limit without request is a request, as the API server would make it.
   */
  ResourceRequirements requirements() {
    return new ResourceRequirementsBuilder()
        .withRequests(requests.orElse(limits).within(limits).asMap())
        .withLimits(limits.asMap())
        .build();
  }
}
