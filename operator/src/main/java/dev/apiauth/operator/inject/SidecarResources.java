package dev.apiauth.operator.inject;

import dev.apiauth.policy.spec.SidecarResourcesSpec;
import dev.apiauth.policy.spec.SidecarSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /** What a resource says. */
  static SidecarResources of(@Nullable SidecarSpec spec) {
    Optional<SidecarResourcesSpec> said = Optional.ofNullable(spec).map(SidecarSpec::resources);
    return new SidecarResources(
        ResourceAmounts.of(said.map(SidecarResourcesSpec::requests)),
        ResourceAmounts.of(said.map(SidecarResourcesSpec::limits)));
  }

  /**
   * What a resource wants, as far as it says so, and an installation's choice otherwise. The choice
   * gives way: a request goes down to a limit that is wanted, a limit up to a request.
   */
  public SidecarResources orElse(SidecarResources choice) {
    var asked = requests.orElse(choice.requests).within(limits);
    return new SidecarResources(asked, limits.orElse(choice.limits.atLeast(asked)));
  }

  /** As a container has them; a limit without a request is one, as the API server would have it. */
  ResourceRequirements requirements() {
    return new ResourceRequirementsBuilder()
        .withRequests(requests.orElse(limits).asMap())
        .withLimits(limits.asMap())
        .build();
  }
}
