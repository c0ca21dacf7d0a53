package dev.apiauth.policy.decide;

import dev.apiauth.policy.spec.ClientAuthentication;
import java.util.Optional;

/**
 * This service as a provider knows it.
 *
 * @param id the client id
 * @param authentication how it proves itself
 * @param secret the client secret, or the private key in PEM; empty where its Secret is missing:
 *     nothing can be asked then
 */
public record RegisteredClient(
    String id, ClientAuthentication authentication, Optional<String> secret) {

  @Override
  public String toString() {
    return "RegisteredClient[%s, %s]".formatted(id, authentication);
  }
}
