package dev.apiauth.policy.document;

import org.jspecify.annotations.Nullable;

/**
 * Where the product listens, and how the world reaches it, as far as the resource says so. What it
 * leaves open the sidecar knows better: its pod says it, or the product's profile does.
 *
 * @param port the product's port
 * @param contextPath below which everything is served; empty for none, without a slash at its end
 * @param externalBase scheme, host and port of the outside
 */
public record UpstreamDocument(
    @Nullable Integer port, @Nullable String contextPath, @Nullable String externalBase) {

  /** A resource that leaves everything open. */
  public static final UpstreamDocument OPEN = new UpstreamDocument(null, null, null);
}
