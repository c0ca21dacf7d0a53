package dev.apiauth.policy.token;

import java.time.Instant;
import java.util.Optional;

/**
 * A token that its provider calls good, for this service, with what it said about it.
 *
 * @param claims the answer
 * @param end when the token ends by the provider's own clock; empty where the answer does not tell,
 *     or the token never ends. The claims may not be kept beyond it (RFC 7662, section 4)
 */
public record AnsweredToken(TokenClaims claims, Optional<Instant> end) {}
