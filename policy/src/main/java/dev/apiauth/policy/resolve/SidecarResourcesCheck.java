package dev.apiauth.policy.resolve;

import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import dev.apiauth.policy.spec.ResourceAmountsSpec;
import dev.apiauth.policy.spec.SidecarResourcesSpec;
import dev.apiauth.policy.spec.SidecarSpec;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds amounts with which no pod could be created or started. The API server would say so of each
 * pod, and the workload would stand still.
 */
final class SidecarResourcesCheck {

  private static final String LIMITS = "spec.sidecar.resources.limits";

  /** The JVM does not come up with less. */
  private static final String LEAST_MEMORY = "64Mi";

  private final Findings findings;

  SidecarResourcesCheck(Findings findings) {
    this.findings = findings;
  }

  void check(AtlassianApiAuthSpec spec) {
    SidecarSpec sidecar = spec.sidecar();
    SidecarResourcesSpec resources = sidecar == null ? null : sidecar.resources();
    if (resources == null) return;
    compare("cpu", resources, ResourceAmountsSpec::cpu);
    compare("memory", resources, ResourceAmountsSpec::memory);
    amount(resources.limits(), ResourceAmountsSpec::memory).ifPresent(this::checkMemory);
  }

  private void compare(
      String what,
      SidecarResourcesSpec resources,
      Function<ResourceAmountsSpec, @Nullable String> amount) {
    Optional<String> request = amount(resources.requests(), amount);
    Optional<String> limit = amount(resources.limits(), amount);
    if (request.isEmpty() || limit.isEmpty() || isEnough(limit.get(), request.get())) return;
    findings.error(
        LIMITS + "." + what,
        "the limit %s is below the request %s, and no pod can have that"
            .formatted(limit.get(), request.get()),
        "Raise the limit, or lower spec.sidecar.resources.requests." + what);
  }

  private void checkMemory(String limit) {
    if (isEnough(limit, LEAST_MEMORY)) return;
    findings.error(
        LIMITS + ".memory",
        "the sidecar does not start with %s of memory".formatted(limit),
        "Give it %s at least, and mind the unit: 256Mi".formatted(LEAST_MEMORY));
  }

  private static boolean isEnough(String amount, String least) {
    BigDecimal needed = ResourceAmount.parse(least);
    return ResourceAmount.parse(amount).compareTo(needed) >= 0;
  }

  private static Optional<String> amount(
      @Nullable ResourceAmountsSpec amounts,
      Function<ResourceAmountsSpec, @Nullable String> amount) {
    return Optional.ofNullable(amounts).map(amount);
  }
}
