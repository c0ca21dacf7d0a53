package dev.apiauth.policy.resolve;

import java.time.Instant;

/**
 * What a resource is resolved in.
 *
 * @param secrets the Secrets of its namespace
 * @param issued the API tokens that resources issued for it
 * @param now when; what has ended or is about to is told by it, and nothing else depends on it
 */
public record Surroundings(SecretLookup secrets, IssuedTokens issued, Instant now) {

  /** Where no resource issues tokens. */
  public static Surroundings of(SecretLookup secrets, Instant now) {
    return new Surroundings(secrets, IssuedTokens.NONE, now);
  }
}
