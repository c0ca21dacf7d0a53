package dev.apiauth.policy.spec;

import org.jspecify.annotations.Nullable;

/**
 * The sidecar's container. Its image is the installation's choice alone.
 *
 * @param resources how much processor time and memory the sidecar gets
 */
public record SidecarSpec(@Nullable SidecarResourcesSpec resources) {}
