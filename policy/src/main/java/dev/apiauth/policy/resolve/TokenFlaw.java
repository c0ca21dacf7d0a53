package dev.apiauth.policy.resolve;

/** Why a policy does not accept an issued token. */
public enum TokenFlaw {
  /** The policy takes no API tokens at all. */
  NOT_TAKEN,
  /** What is written about it does not hold together. */
  UNUSABLE,
  /** Nobody may act as its user. */
  USERNAME_DENIED,
  /** From its issue to its end it is longer than {@code maxLifetime}. */
  LIFETIME_TOO_LONG,
  /** It has ended. */
  ENDED,
  /** Another token has the same id. */
  ID_TWICE,
  /** Its user has {@code maxPerUser} older ones. */
  TOO_MANY
}
