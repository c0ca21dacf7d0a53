package dev.apiauth.operator.inject;

import dev.apiauth.policy.spec.ResourceAmountsSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Amounts of what a node shares out.
 *
 * @param cpu processors
 * @param memory bytes
 */
public record ResourceAmounts(Optional<Quantity> cpu, Optional<Quantity> memory) {

  /** Two amounts as Kubernetes writes them, such as {@code 100m} and {@code 256Mi}. */
  public static ResourceAmounts of(String cpu, String memory) {
    return new ResourceAmounts(
        Optional.of(Quantity.parse(cpu)), Optional.of(Quantity.parse(memory)));
  }

  /** What a resource says. */
  static ResourceAmounts of(Optional<ResourceAmountsSpec> said) {
    return new ResourceAmounts(
        said.map(ResourceAmountsSpec::cpu).map(Quantity::parse),
        said.map(ResourceAmountsSpec::memory).map(Quantity::parse));
  }

  /** These, and the other's where these leave something out. */
  ResourceAmounts orElse(ResourceAmounts other) {
    return new ResourceAmounts(cpu.or(other::cpu), memory.or(other::memory));
  }

  /** These, none of them above the limits. */
  ResourceAmounts within(ResourceAmounts limits) {
    return new ResourceAmounts(lower(cpu, limits.cpu), lower(memory, limits.memory));
  }

  /** These, none of them below the requests. */
  ResourceAmounts atLeast(ResourceAmounts requests) {
    return new ResourceAmounts(raise(cpu, requests.cpu), raise(memory, requests.memory));
  }

  /** As a container has them, in the spelling that the API server keeps. */
  Map<String, Quantity> asMap() {
    var map = new TreeMap<String, Quantity>();
    cpu.map(CanonicalQuantity::of).ifPresent(amount -> map.put("cpu", amount));
    memory.map(CanonicalQuantity::of).ifPresent(amount -> map.put("memory", amount));
    return map;
  }

  private static Optional<Quantity> lower(Optional<Quantity> amount, Optional<Quantity> most) {
    return amount.map(asked -> most.filter(bound -> bound.compareTo(asked) < 0).orElse(asked));
  }

  private static Optional<Quantity> raise(Optional<Quantity> amount, Optional<Quantity> least) {
    return amount.map(given -> least.filter(bound -> bound.compareTo(given) > 0).orElse(given));
  }
}
