package dev.apiauth.testkit.idp;

import dev.apiauth.testkit.tls.IssuedCertificate;
import java.util.List;
import java.util.Optional;

/**
 * How a Keycloak is to be started.
 *
 * @param port of 127.0.0.1; 0 for one that is free
 * @param certificate for TLS, naming {@code localhost}; empty for plain HTTP
 * @param realms what it serves; other realms than last time cost a new import, about 20 s
 */
public record KeycloakOptions(
    int port, Optional<IssuedCertificate> certificate, List<KeycloakRealm> realms) {

  public KeycloakOptions {
    realms = List.copyOf(realms);
  }

  /** Plain HTTP on a free port, with {@link KeycloakRealm#atlassian} and its partners. */
  public static KeycloakOptions defaults() {
    return new KeycloakOptions(
        0, Optional.empty(), List.of(KeycloakRealm.atlassian(), KeycloakRealm.partners()));
  }

  public KeycloakOptions onPort(int fixed) {
    return new KeycloakOptions(fixed, certificate, realms);
  }

  public KeycloakOptions secured(IssuedCertificate with) {
    return new KeycloakOptions(port, Optional.of(with), realms);
  }

  public KeycloakOptions serving(KeycloakRealm... others) {
    return new KeycloakOptions(port, certificate, List.of(others));
  }
}
