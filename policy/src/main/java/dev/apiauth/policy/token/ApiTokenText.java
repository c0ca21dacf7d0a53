package dev.apiauth.policy.token;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API token of this service as its bearer holds it: well formed, and not yet known to anybody.
 *
 * <pre>
 * apiauth_ 4fJ0bQ9sXw2L _ Zk3...32 characters...9aP 1xY7Qe
 * prefix   public id      secret                    checksum
 * </pre>
 *
 * <p>Id, secret and checksum are digits and letters of ASCII. The secret has 190 bits. The checksum
 * is the CRC-32 of all before it, in base 62, so that secret scanners and this service can tell a
 * token from an accident without asking anybody; it proves nothing. The text is 59 characters long
 * and matches {@link #SCANNER_PATTERN}.
 */
public final class ApiTokenText {

  /** How every one of them begins. */
  public static final String PREFIX = "apiauth_";

  /** A regular expression for secret scanners (RE2 and PCRE read it alike). */
  public static final String SCANNER_PATTERN = "\\bapiauth_[0-9A-Za-z]{12}_[0-9A-Za-z]{38}\\b";

  /** How many characters the public id has. */
  public static final int ID_LENGTH = 12;

  private static final Pattern ANYWHERE =
      Pattern.compile("apiauth_[0-9A-Za-z]{12}_[0-9A-Za-z]{38}");

  private static final int SECRET_LENGTH = 32;
  private static final int CHECKSUM_LENGTH = 6;
  private static final int SECRET_START = PREFIX.length() + ID_LENGTH + 1;
  private static final int CHECKSUM_START = SECRET_START + SECRET_LENGTH;
  private static final int LENGTH = CHECKSUM_START + CHECKSUM_LENGTH;

  private final String text;

  private ApiTokenText(String text) {
    this.text = text;
  }

  /**
   * Whether a text claims to be one. What claims to be one goes to no other verifier, whatever is
   * wrong with it.
   */
  public static boolean claims(String text) {
    return text.startsWith(PREFIX);
  }

  /** Whether one stands somewhere in a text, where none should be. */
  public static boolean isIn(String text) {
    return ANYWHERE.matcher(text).find();
  }

  /** Whether a text has the form of the public id. */
  public static boolean isId(String text) {
    return text.length() == ID_LENGTH && Base62.isAll(text);
  }

  /** A new token. */
  public static ApiTokenText make(SecureRandom random) {
    String body =
        PREFIX + Base62.random(random, ID_LENGTH) + "_" + Base62.random(random, SECRET_LENGTH);
    return new ApiTokenText(body + checksum(body));
  }

  /**
   * Reads a token. Length and alphabet are looked at before anything is computed (K3).
   *
   * @return the token, or {@link Reason#API_TOKEN_MALFORMED}
   */
  public static Outcome<ApiTokenText> parse(String text) {
    if (!claims(text)) return malformed("it does not begin with " + PREFIX);
    if (text.length() != LENGTH) return malformed("it is not %d characters long".formatted(LENGTH));
    if (!isWellFormed(text)) return malformed("it has a character that no API token has there");
    return checksum(text.substring(0, CHECKSUM_START)).equals(text.substring(CHECKSUM_START))
        ? Outcome.pass(new ApiTokenText(text))
        : malformed("its checksum is wrong");
  }

  private static boolean isWellFormed(String text) {
    return text.charAt(SECRET_START - 1) == '_'
        && Base62.isAll(text.substring(PREFIX.length(), SECRET_START - 1))
        && Base62.isAll(text.substring(SECRET_START));
  }

  private static String checksum(String body) {
    var crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    return Base62.of(crc.getValue(), CHECKSUM_LENGTH);
  }

  private static Outcome<ApiTokenText> malformed(String finding) {
    return Refusal.of(Reason.API_TOKEN_MALFORMED).finding(finding).asOutcome();
  }

  /** The public part, by which it is found, named and revoked. Never two tokens of one id. */
  public String id() {
    return text.substring(PREFIX.length(), SECRET_START - 1);
  }

  /** What is kept of it: the hash of the whole text. */
  public ApiTokenHash hash() {
    return ApiTokenHash.of(text);
  }

  /** The token itself, for its bearer and nobody else. */
  public String reveal() {
    return text;
  }

  /** The public id only. */
  @Override
  public String toString() {
    return "ApiTokenText[" + id() + "]";
  }
}
