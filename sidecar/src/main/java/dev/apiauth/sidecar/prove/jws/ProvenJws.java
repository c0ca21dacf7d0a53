package dev.apiauth.sidecar.prove.jws;

import dev.apiauth.policy.token.CompactJws;

/**
 * A token whose signature is good. Whether it may be used is another question, which the claims
 * answer.
 *
 * @param token what was signed
 * @param provenBy the key of the provider that signed it
 */
public record ProvenJws(CompactJws token, VerificationKey provenBy) {}
