package dev.apiauth.policy.credential;

import static dev.apiauth.policy.outcome.Outcome.pass;
import static dev.apiauth.policy.outcome.Outcome.refuse;
import static dev.apiauth.policy.outcome.Reason.MALFORMED_CREDENTIAL;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * Reads the Authorization header field (RFC 9110, section 11.6.2), more strictly than the products
 * do.
 */
final class AuthorizationHeader {

  /** The characters of {@code b64token} (RFC 6750, section 2.1) before its padding. */
  private static final boolean[] B64_TOKEN = table("-._~+/");

  /** The characters of {@code token} (RFC 9110, section 5.6.2). */
  private static final boolean[] TOKEN = table("!#$%&'*+-.^_`|~");

  private AuthorizationHeader() {}

  /**
   * The credential in a field value. Scheme names are compared without case (B9); between scheme
   * and credential stands exactly one space, or the request is refused with {@link
   * Reason#MALFORMED_CREDENTIAL}.
   */
  static Outcome<Credential> read(String value) {
    int space = value.indexOf(' ');
    if (space <= 0 || !isToken(value, space)) return refuse(MALFORMED_CREDENTIAL);
    String scheme = value.substring(0, space).toLowerCase(Locale.ROOT);
    String rest = value.substring(space + 1);
    if (rest.isEmpty() || rest.charAt(0) <= ' ') return refuse(MALFORMED_CREDENTIAL);
    return switch (scheme) {
      case "bearer" -> bearer(rest);
      case "basic" -> basic(rest);
      case "oauth" -> ConsumerSignatures.inHeader(rest);
      case "jwt" ->
          isB64Token(rest)
              ? pass(new Credential.ConsumerToken(rest))
              : refuse(MALFORMED_CREDENTIAL);
      default -> pass(new Credential.UnknownScheme(scheme));
    };
  }

  private static Outcome<Credential> bearer(String token) {
    return isB64Token(token) ? pass(new Credential.Bearer(token)) : refuse(MALFORMED_CREDENTIAL);
  }

  private static Outcome<Credential> basic(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      if (colon < 0) return refuse(MALFORMED_CREDENTIAL);
      return pass(new Credential.Basic(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException notBase64) {
      return refuse(MALFORMED_CREDENTIAL);
    }
  }

  /** A token has about a thousand characters, and each request has one: a look-up for each. */
  static boolean isB64Token(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '=') end--;
    return end > 0 && consistsOf(B64_TOKEN, text, end);
  }

  private static boolean isToken(String text, int end) {
    return consistsOf(TOKEN, text, end);
  }

  private static boolean consistsOf(boolean[] allowed, String text, int end) {
    for (int at = 0; at < end; at++) {
      char c = text.charAt(at);
      if (c >= allowed.length || !allowed[c]) return false;
    }
    return true;
  }

  /** Letters, digits and those. */
  private static boolean[] table(String others) {
    var allowed = new boolean[128];
    for (char c = 'a'; c <= 'z'; c++) allowed[c] = true;
    for (char c = 'A'; c <= 'Z'; c++) allowed[c] = true;
    for (char c = '0'; c <= '9'; c++) allowed[c] = true;
    others.chars().forEach(c -> allowed[c] = true);
    return allowed;
  }
}
