package dev.apiauth.operator.tokens.decide;

/**
 * What the condition Ready says.
 *
 * @param status True, False or Unknown
 * @param reason why, for programs
 * @param message why, and what to do, for people
 */
public record TokenVerdict(Ready status, TokenReason reason, String message) {

  /** Whether the token is accepted; the names are Kubernetes' own. */
  public enum Ready {
    /** It is. */
    True,
    /** It is not. */
    False,
    /** Nobody can tell. */
    Unknown
  }

  /** It is accepted. */
  public static TokenVerdict yes(TokenReason reason, String message) {
    return new TokenVerdict(Ready.True, reason, message);
  }

  /** It is not. */
  public static TokenVerdict no(TokenReason reason, String message) {
    return new TokenVerdict(Ready.False, reason, message);
  }

  /** Nobody can tell. */
  public static TokenVerdict unknown(TokenReason reason, String message) {
    return new TokenVerdict(Ready.Unknown, reason, message);
  }
}
