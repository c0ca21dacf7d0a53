package dev.apiauth.operator.tokens.decide;

/** Why a token is ready or not, for programs. {@code docs/api-token-resource.md} explains each. */
public enum TokenReason {
  /** It has a value, and its policy accepts it. */
  Issued,
  /** The same, and it ends soon. */
  ExpiresSoon,
  /** It has ended. */
  Expired,
  /** What the spec says does not hold together, or is newer than the operator. */
  Invalid,
  /** There is no AtlassianApiAuth of that name. */
  PolicyMissing,
  /** The AtlassianApiAuth is not accepted itself. */
  PolicyNotAccepted,
  /** The AtlassianApiAuth takes no API tokens. */
  NotAccepted,
  /** Nobody may act as its user. */
  UsernameDenied,
  /** It would live longer than the policy lets tokens live. */
  LifetimeTooLong,
  /** Its user has as many older ones as the policy lets a user have. */
  TooManyTokens,
  /** Two tokens have the same public part. */
  IdTwice,
  /** Something else has a Secret of the name that the value would be written to. */
  SecretConflict
}
