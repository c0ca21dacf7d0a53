package dev.apiauth.operator.tokens.decide;

import dev.apiauth.policy.token.ApiTokenHash;
import java.time.Instant;

/**
 * What is kept of a value that was made: everything but the value.
 *
 * @param id its public part
 * @param hash its hash
 * @param made when it was made
 * @param secret the Secret that it was written to
 */
public record NewValue(String id, ApiTokenHash hash, Instant made, String secret) {}
