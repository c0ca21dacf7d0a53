package dev.apiauth.sidecar.scenario;

import dev.apiauth.testkit.idp.KeycloakIssuer;
import dev.apiauth.testkit.idp.KeycloakServer;

/** The company's identity provider: one real Keycloak for all tests of the module. */
public final class Company {

  private Company() {}

  /** The realm of the company. */
  public static KeycloakIssuer realm() {
    return KeycloakServer.shared().mainIssuer();
  }

  /** Trusts it. */
  public static Scenario trusted(Scenario scenario) {
    String issuer = realm().issuer();
    String url = issuer.substring(0, issuer.indexOf("/realms/"));
    return scenario.trustingKeycloak(url, "atlassian").allowingEgress("127.0.0.0/8", url);
  }
}
