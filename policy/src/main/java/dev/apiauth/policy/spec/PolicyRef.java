package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * An AtlassianApiAuth, in the namespace of the token.
 *
 * @param name its name
 */
public record PolicyRef(
    @Required @Size(min = 1, max = 253) @Pattern("^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$") String name) {}
