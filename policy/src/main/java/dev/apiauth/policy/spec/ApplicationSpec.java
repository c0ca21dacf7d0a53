package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * Which user an application-only token acts as.
 *
 * @param clientId the application, as the provider calls it
 * @param username the user in the product
 */
public record ApplicationSpec(
    @Required @Size(min = 1, max = 253) String clientId,
    @Required @Size(min = 1, max = 253) String username) {}
