package dev.apiauth.policy.spec;

/** Who says which groups a caller is in. */
public enum GroupSource {
  /** The credential: the provider's token, or whoever issued the API token. */
  Credential,
  /** The product: its own groups, asked for the user that the call runs as. */
  Product
}
