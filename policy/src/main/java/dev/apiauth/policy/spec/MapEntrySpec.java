package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * One name and who it is in the product.
 *
 * @param from the name in the token, compared exactly
 * @param to the user name in the product
 */
public record MapEntrySpec(
    @Required @Size(min = 1, max = 253) String from,
    @Required @Size(min = 1, max = 253) String to) {}
