package dev.apiauth.operator.inject;

import java.util.Optional;

/**
 * What a pod says about its product. It counts where the resource's {@code spec.upstream} leaves
 * something open.
 *
 * @param port the number of the port that is named http
 * @param contextPath the path below which the product serves, {@code /} for none; empty if the pod
 *     does not say
 * @param externalBase how the world reaches the product, as scheme, host and perhaps port; empty if
 *     the pod does not say
 */
public record UpstreamFacts(
    int port, Optional<String> contextPath, Optional<String> externalBase) {}
