package dev.apiauth.policy.spec;

import org.jspecify.annotations.Nullable;

/**
 * How much processor time and memory the sidecar gets. What is left out is the installation's
 * choice, which gives way to what is said here: a limit is never below its request.
 *
 * @param requests what a node must have free for it
 * @param limits the most that it may use
 */
public record SidecarResourcesSpec(
    @Nullable ResourceAmountsSpec requests, @Nullable ResourceAmountsSpec limits) {}
