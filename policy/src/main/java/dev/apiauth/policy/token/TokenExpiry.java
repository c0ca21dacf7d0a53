package dev.apiauth.policy.token;

/**
 * How a provider's answer tells when a token ends.
 *
 * @param claim where
 * @param form as what
 */
public record TokenExpiry(ClaimPath claim, Form form) {

  /** How the end of a token is written. */
  public enum Form {
    /** Seconds since 1970, as a number or as text of digits; 0 or absent for never. */
    EPOCH_SECONDS,
    /** Seconds that are left, as a number or as text of digits; absent for never. */
    SECONDS_LEFT,
    /** A time in RFC 3339 form; {@code null} or absent for never. */
    RFC_3339
  }
}
