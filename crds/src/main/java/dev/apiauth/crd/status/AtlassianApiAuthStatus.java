package dev.apiauth.crd.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the operator found. Counters are metrics, not status: they would make writes.
 *
 * @param observedGeneration the generation of the spec that this is about
 * @param conditions Accepted, ResolvedRefs, Programmed, ProvidersReady, Protected and Ready
 * @param policyHash the beginning of the hash of the policy that is rendered; absent while none
 *     ever was
 * @param pods how many pods there are, and how far they are
 * @param providers how the identity providers are, in the order of the spec
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AtlassianApiAuthStatus(
    @Nullable Long observedGeneration,
    List<StatusCondition> conditions,
    @Nullable String policyHash,
    @Nullable PodCounts pods,
    List<ProviderStatus> providers) {

  /** Absent lists are empty. */
  public AtlassianApiAuthStatus {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
    providers = providers == null ? List.of() : List.copyOf(providers);
  }
}
