package dev.apiauth.testkit.idp.standin;

/** What an API's {@code requestedAccessTokenVersion} makes of its access tokens. */
public enum EntraVersion {
  V1("https://sts.windows.net/%s/"),
  V2("https://login.microsoftonline.com/%s/v2.0");

  private final String issuer;

  EntraVersion(String issuer) {
    this.issuer = issuer;
  }

  /** The {@code iss} of a tenant's tokens. */
  String issuerOf(String tenant) {
    return issuer.formatted(tenant);
  }
}
