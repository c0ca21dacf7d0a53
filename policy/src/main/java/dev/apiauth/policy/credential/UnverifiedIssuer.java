package dev.apiauth.policy.credential;

import java.util.Optional;

/**
 * Reads the {@code iss} of a JWT before anything is verified: good for choosing the verifier, and
 * for nothing else.
 */
@FunctionalInterface
public interface UnverifiedIssuer {

  /** The issuer that the token names; empty if it is no compact JWT with a string {@code iss}. */
  Optional<String> of(String token);
}
