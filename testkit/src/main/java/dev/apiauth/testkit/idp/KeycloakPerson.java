package dev.apiauth.testkit.idp;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/**
 * A user of a realm, complete enough to log in without being asked for anything else.
 *
 * @param username also the local part of the e-mail address at {@code example.com}
 * @param groups the names of top-level groups
 */
public record KeycloakPerson(String username, List<String> groups) {

  public KeycloakPerson {
    groups = List.copyOf(groups);
  }

  /** A person in these groups. */
  public static KeycloakPerson named(String username, String... groups) {
    return new KeycloakPerson(username, List.of(groups));
  }

  /** The password, which protects nothing: tests plant it and look for it in logs. */
  public String password() {
    return username + "-keeps-this-secret";
  }

  /** The person as a {@code UserRepresentation} of Keycloak's admin API. */
  Map<String, Object> representation() {
    return Map.ofEntries(
        entry("username", username),
        entry("enabled", true),
        entry("email", username + "@example.com"),
        entry("emailVerified", true),
        entry("firstName", username),
        entry("lastName", "Example"),
        entry("groups", groups),
        entry("credentials", List.of(Map.of("type", "password", "value", password()))));
  }
}
