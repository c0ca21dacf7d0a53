package dev.apiauth.sidecar.prove;

import dev.apiauth.policy.token.CompactJws;
import dev.apiauth.policy.token.JwsAlgorithm;
import java.time.Instant;

/**
 * A token on its way: well formed, of an algorithm that is allowed, and not proven by anything.
 *
 * @param length of the token as sent, in characters
 * @param now the instant of the request
 */
record TokenCandidate(
    TokenDigest digest, int length, CompactJws token, JwsAlgorithm algorithm, Instant now) {}
