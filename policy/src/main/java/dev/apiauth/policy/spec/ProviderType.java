package dev.apiauth.policy.spec;

/** How the tokens of a provider that has no preset are checked. */
public enum ProviderType {
  /** Signed JSON Web Tokens, checked with the issuer's public keys. */
  Jwt,
  /** The provider is asked by token introspection (RFC 7662). */
  Introspection,
  /** The provider is asked by an endpoint of its own that says whom a token was issued for. */
  ProviderCheck,
  /**
   * The provider is asked for the user alone (OpenID Connect Core 1.0, section 5.3). Its answer
   * does not say for whom the token was issued.
   */
  UserInfo
}
