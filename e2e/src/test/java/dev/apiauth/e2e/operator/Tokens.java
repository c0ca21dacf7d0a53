package dev.apiauth.e2e.operator;

import dev.apiauth.testkit.idp.KeycloakServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Tokens of people, fetched again well before they end. For one thread. */
final class Tokens {

  private static final Duration FRESH = Duration.ofSeconds(60);

  private record Held(String token, long since) {}

  private final KeycloakServer keycloak;
  private final Map<String, Held> held = new HashMap<>();

  Tokens(KeycloakServer keycloak) {
    this.keycloak = keycloak;
  }

  String of(String person) {
    Held known = held.get(person);
    if (known == null || System.nanoTime() - known.since() > FRESH.toNanos()) {
      known = new Held(keycloak.tokenByAuthorizationCode(person), System.nanoTime());
      held.put(person, known);
    }
    return known.token();
  }
}
