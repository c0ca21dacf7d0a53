package dev.apiauth.policy.document;

import org.jspecify.annotations.Nullable;

/**
 * Where the product listens, and how the world reaches it.
 *
 * @param port the product's port
 * @param contextPath below which everything is served; empty for none, without a slash at its end
 * @param externalBase scheme, host and port of the outside; absent where nobody said
 */
public record UpstreamDocument(int port, String contextPath, @Nullable String externalBase) {}
