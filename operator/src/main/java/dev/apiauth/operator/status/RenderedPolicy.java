package dev.apiauth.operator.status;

import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.spec.DirectAccessPolicy;
import dev.apiauth.policy.spec.Mode;

/**
 * The policy that sidecars are to enforce. While the spec is faulty it is made of the last good
 * one.
 *
 * @param hash what sidecars acknowledge it by
 * @param mode whether refusals are carried out
 * @param directAccess whether the product's own port may answer
 */
public record RenderedPolicy(PolicyHash hash, Mode mode, DirectAccessPolicy directAccess) {}
