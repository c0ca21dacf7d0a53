package dev.apiauth.policy.spec;

/** How the tokens of a provider that has no preset are checked. */
public enum ProviderType {
  /** Signed JSON Web Tokens, checked with the issuer's public keys. */
  Jwt
}
