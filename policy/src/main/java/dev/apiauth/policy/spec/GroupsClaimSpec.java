package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * Which groups the token's user is in.
 *
 * @param claim the claim with the groups, by name or path
 */
public record GroupsClaimSpec(@Required @Size(min = 1, max = 253) String claim) {}
