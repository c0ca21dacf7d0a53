package dev.apiauth.policy.spec;

/** How the product is made to act as the proven user. */
public enum IdentityType {
  /** With a personal access token of that user, kept in a vault of Secrets. */
  PersonalAccessTokens
}
