package dev.apiauth.policy.compile;

import dev.apiauth.policy.request.ContextPath;
import dev.apiauth.policy.request.ExternalBase;
import java.util.Optional;

/**
 * What the surroundings of a sidecar say of its product. Counts where the resource leaves it open,
 * and before the product's profile.
 *
 * @param port the port on which the product listens
 * @param contextPath where its web application is mounted
 * @param externalBase how the world reaches it
 */
public record ProductDefaults(
    Optional<Integer> port,
    Optional<ContextPath> contextPath,
    Optional<ExternalBase> externalBase) {

  /** Nothing is known. */
  public static final ProductDefaults NONE =
      new ProductDefaults(Optional.empty(), Optional.empty(), Optional.empty());
}
