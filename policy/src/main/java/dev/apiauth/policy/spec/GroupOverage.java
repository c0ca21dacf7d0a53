package dev.apiauth.policy.spec;

/** What happens where a user has more groups than the token holds (Entra ID: more than 200). */
public enum GroupOverage {
  /** The groups are unknown, and unknown is refused. */
  Deny,
  /** The provider is asked for them, with this service's own {@code client}. */
  Resolve
}
