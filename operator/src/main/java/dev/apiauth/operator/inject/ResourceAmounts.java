package dev.apiauth.operator.inject;

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

  /** No amount of anything. */
  public static final ResourceAmounts NONE =
      new ResourceAmounts(Optional.empty(), Optional.empty());

  /** Two amounts as Kubernetes writes them, such as {@code 100m} and {@code 256Mi}. */
  public static ResourceAmounts of(String cpu, String memory) {
    return new ResourceAmounts(
        Optional.of(Quantity.parse(cpu)), Optional.of(Quantity.parse(memory)));
  }

  /** These, and the other's where these leave something out. */
  ResourceAmounts orElse(ResourceAmounts other) {
    return new ResourceAmounts(cpu.or(other::cpu), memory.or(other::memory));
  }

  /** These, none of them above the limits. */
  ResourceAmounts within(ResourceAmounts limits) {
    return new ResourceAmounts(lower(cpu, limits.cpu), lower(memory, limits.memory));
  }

  /** As a container has them, in the spelling that the API server keeps. */
  Map<String, Quantity> asMap() {
    var map = new TreeMap<String, Quantity>();
    cpu.map(CanonicalQuantity::of).ifPresent(amount -> map.put("cpu", amount));
    memory.map(CanonicalQuantity::of).ifPresent(amount -> map.put("memory", amount));
    return map;
  }

  private static Optional<Quantity> lower(Optional<Quantity> amount, Optional<Quantity> limit) {
    return amount.map(asked -> limit.filter(bound -> bound.compareTo(asked) < 0).orElse(asked));
  }
}
