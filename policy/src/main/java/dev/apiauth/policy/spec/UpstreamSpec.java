package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * Where the product listens, and how the world reaches it.
 *
 * @param port the port on which the product listens; where it is left out, the one that the pod
 *     says, else the product's usual one
 * @param contextPath the path below which the product serves everything, {@code /} for none; where
 *     it is left out, the one that the pod says, else the product's usual one
 * @param externalBaseURL how browsers and clients reach the product, without a path; where it is
 *     left out, what the pod says. The product sees it in X-Forwarded-Proto, -Host and -Port;
 *     nothing that a client sends there is passed on
 */
public record UpstreamSpec(
    @Nullable @Min(1) @Max(65535) Integer port,
    @Nullable @Size(min = 1, max = 253) @Pattern("^/([A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*)?$")
        String contextPath,
    @Nullable @Size(min = 8, max = 512) @Pattern("^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/?$")
        String externalBaseURL) {}
