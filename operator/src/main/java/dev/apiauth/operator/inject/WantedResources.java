package dev.apiauth.operator.inject;

import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import dev.apiauth.policy.spec.ResourceAmountsSpec;
import dev.apiauth.policy.spec.SidecarResourcesSpec;
import dev.apiauth.policy.spec.SidecarSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a resource wants of its sidecars' resources: what its spec says, and nothing else. */
public final class WantedResources {

  private WantedResources() {}

  /** Reads a checked spec. */
  public static SidecarResources of(AtlassianApiAuthSpec spec) {
    return Optional.ofNullable(spec.sidecar())
        .map(SidecarSpec::resources)
        .map(WantedResources::of)
        .orElse(SidecarResources.UNSAID);
  }

  private static SidecarResources of(SidecarResourcesSpec said) {
    return new SidecarResources(of(said.requests()), of(said.limits()));
  }

  private static ResourceAmounts of(@Nullable ResourceAmountsSpec said) {
    if (said == null) return ResourceAmounts.NONE;
    return new ResourceAmounts(
        Optional.ofNullable(said.cpu()).map(Quantity::parse),
        Optional.ofNullable(said.memory()).map(Quantity::parse));
  }
}
