package dev.apiauth.policy.spec;

/** Whether a token must prove that it was issued for this service. */
public enum AudienceProofMode {
  /** It must. */
  Required,
  /**
   * Insecure: it need not. Any application that the provider knows can then use the tokens that it
   * was given to act here as their users. For type UserInfo, which cannot prove it.
   */
  InsecureNone
}
