package dev.apiauth.policy.outcome;

/**
 * The {@code error} of a Bearer challenge (RFC 6750, section 3.1), or none where no credential was
 * presented.
 */
public enum BearerError {
  NONE,
  INVALID_REQUEST,
  INVALID_TOKEN,
  INSUFFICIENT_SCOPE
}
