package dev.apiauth.testkit.idp;

import dev.apiauth.testkit.tls.IssuedCertificate;
import java.util.List;
import java.util.Optional;

/**
 * How a Keycloak is to be started.
 *
 * @param address where it listens, one of this machine's own
 * @param port 0 for one that is free
 * @param certificate for TLS, naming {@code localhost}; empty for plain HTTP
 * @param realms what it serves; other realms than last time cost a new import, about 20 s
 */
public record KeycloakOptions(
    String address, int port, Optional<IssuedCertificate> certificate, List<KeycloakRealm> realms) {

  public KeycloakOptions {
    realms = List.copyOf(realms);
  }

  /**
   * Plain HTTP on a free port of 127.0.0.1, with {@link KeycloakRealm#atlassian} and its partners.
   */
  public static KeycloakOptions defaults() {
    return new KeycloakOptions(
        "127.0.0.1",
        0,
        Optional.empty(),
        List.of(KeycloakRealm.atlassian(), KeycloakRealm.partners()));
  }

  public KeycloakOptions onPort(int fixed) {
    return new KeycloakOptions(address, fixed, certificate, realms);
  }

  /** For a provider that pods reach too. In plain HTTP only. */
  public KeycloakOptions onAddress(String own) {
    return new KeycloakOptions(own, port, certificate, realms);
  }

  /** Clients may show certificates of the same authority. */
  public KeycloakOptions secured(IssuedCertificate with) {
    return new KeycloakOptions(address, port, Optional.of(with), realms);
  }

  public KeycloakOptions serving(KeycloakRealm... others) {
    return new KeycloakOptions(address, port, certificate, List.of(others));
  }
}
