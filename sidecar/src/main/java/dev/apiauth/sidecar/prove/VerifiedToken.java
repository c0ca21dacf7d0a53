package dev.apiauth.sidecar.prove;

import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.policy.token.TokenHeader;
import dev.apiauth.policy.token.TokenLifetime;
import dev.apiauth.sidecar.prove.jws.VerificationKey;

/**
 * A token that its provider issued, for this service, and that says what the provider's tokens must
 * say. Who it is, and what it may do, is not decided here.
 *
 * @param lifetime when it may be used; compared with the clock on every use
 * @param provenBy the provider's key that signed it
 */
public record VerifiedToken(
    TokenHeader header, TokenClaims claims, TokenLifetime lifetime, VerificationKey provenBy) {}
