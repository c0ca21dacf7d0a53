package dev.apiauth.sidecar.answer;

/**
 * The value of {@code WWW-Authenticate} for git (RFC 7617, section 2): it asks for a password, and
 * means a token.
 */
final class BasicChallenge {

  private BasicChallenge() {}

  static String value(String realm) {
    return "Basic realm=\"" + QuotedText.of(realm) + "\", charset=\"UTF-8\"";
  }
}
