package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * One value of a Secret in the resource's namespace.
 *
 * @param name the Secret
 * @param key which of its keys
 */
public record SecretKeyRef(
    @Required @Size(min = 1, max = 253) @Pattern("^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$") String name,
    @Required @Size(min = 1, max = 253) @Pattern("^[-._A-Za-z0-9]+$") String key) {}
