package dev.apiauth.crd.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the operator found. Counters are metrics, not status: they would make writes.
 *
 * @param observedGeneration the generation of the spec that this is about
 * @param conditions Accepted, ResolvedRefs, Programmed, ProvidersReady, Protected and Ready
 * @param policyHash the beginning of the hash of the policy that is rendered; absent while none
 *     ever was
 * @param pods how many pods of the workload there are, and how far they are
 * @param providers how the identity providers are, in the order of the spec
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AtlassianApiAuthStatus(
    @Nullable @Min(0) Long observedGeneration,
    @Size(max = 16) List<StatusCondition> conditions,
    @Nullable @Size(min = 6, max = 64) @Pattern("^[0-9a-f]+$") String policyHash,
    @Nullable PodCounts pods,
    @Size(max = 16) List<ProviderStatus> providers) {

  /** Absent lists are empty. */
  public AtlassianApiAuthStatus {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
    providers = providers == null ? List.of() : List.copyOf(providers);
  }
}
