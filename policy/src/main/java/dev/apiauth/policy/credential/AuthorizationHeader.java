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

  private AuthorizationHeader() {}

  /**
   * The credential in a field value. Scheme names are compared without case (B9); between scheme
   * and credential stands exactly one space, or the request is refused with {@link
   * Reason#MALFORMED_CREDENTIAL}.
   */
  static Outcome<Credential> read(String value) {
    int space = value.indexOf(' ');
    if (space <= 0 || !isToken(value, 0, space)) return refuse(MALFORMED_CREDENTIAL);
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

  /** {@code b64token} of RFC 6750, section 2.1. */
  private static boolean isB64Token(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '=') end--;
    if (end == 0) return false;
    for (int at = 0; at < end; at++) {
      char c = text.charAt(at);
      if (!isAlphanumeric(c) && "-._~+/".indexOf(c) < 0) return false;
    }
    return true;
  }

  private static boolean isToken(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (!isAlphanumeric(c) && "!#$%&'*+-.^_`|~".indexOf(c) < 0) return false;
    }
    return true;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
