package dev.apiauth.sidecar.audit;

import static dev.apiauth.sidecar.audit.CredentialShape.having;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what looks like a credential, whatever the text is.
 *
 * <p>It is the net below the rule that no credential is handed to a log at all. It recognises
 * shapes: tokens of three parts (RFC 7519), values of Authorization, parameters with telling names,
 * the products' personal access tokens, and long random-looking words. A password in plain words is
 * not recognised.
 */
public final class Redaction {

  private static final String MARK = "[redacted]";

  private static final String SECRET_NAMES =
      "os_password|password|passwd|secret|client_secret|client_assertion|assertion|access_token"
          + "|refresh_token|id_token|token|jwt|api[_-]?key|oauth_\\w+|code";

  private static final List<CredentialShape> SHAPES =
      List.of(
          new CredentialShape(
              having("=", ":"),
              "(?i)(\\b(?:proxy-)?authorization\\b\"?\\s*[:=]\\s*).++",
              "$1" + MARK),
          new CredentialShape(having("="), "(?i)(\\bOAuth\\s+)oauth_\\w+\\s*=.++", "$1" + MARK),
          // A word after the scheme's name that is no English word.
          new CredentialShape(
              having(" ", "\t", "\n"),
              "(\\b(?i:Bearer|Basic|Negotiate|Digest|JWT|Token)\\s+)"
                  + "(?=\\S*(?:[0-9=+/_]|[a-z][A-Z]))[^\\s,;\"']{6,}+",
              "$1" + MARK),
          new CredentialShape(
              having("=", "%3"),
              "(?i)(\\b(?:" + SECRET_NAMES + ")\"?\\s*(?:=|%3D)\\s*)[^\\s&;,]++",
              "$1" + MARK),
          new CredentialShape(
              having("\""), "(?i)(\"(?:" + SECRET_NAMES + ")\"\\s*:\\s*\")[^\"]*+", "$1" + MARK),
          // Base64url of {" and of { followed by white space: the header of a JWS or JWE.
          new CredentialShape(
              having("eyJ", "eyA", "ewo", "ewp", "eyI"),
              "\\b(?:eyJ|eyA|ewo|ewp|eyI)[A-Za-z0-9_-]{8,}+(?:\\.[A-Za-z0-9_-]*+)*+",
              MARK),
          new CredentialShape(
              having("apiauth_", "BBDC-", "gh", "git", "glpat-", "xox", "ATATT", "ATCTT"),
              "\\b(?:apiauth_|BBDC-|gh[pousr]_|github_pat_|glpat-|xox[a-z]-|ATATT|ATCTT)"
                  + "[A-Za-z0-9+/=@_.-]{8,}+",
              MARK),
          // A long word with a digit, and a capital before a small letter.
          new CredentialShape(
              CredentialShape::hasLongWord,
              "(?<![A-Za-z0-9_-])(?=[A-Za-z0-9_-]*[0-9])(?=[A-Za-z0-9_-]*[A-Z][0-9_-]*[a-z])"
                  + "[A-Za-z0-9_-]{"
                  + CredentialShape.LONG_WORD
                  + ",}+",
              MARK));

  private static final int ACCESS_TOKEN_LENGTH = 44;

  /** Base64 whose first byte is a digit; Jira's and Confluence's tokens are an id and a colon. */
  private static final Pattern MAYBE_ACCESS_TOKEN =
      Pattern.compile("(?<![A-Za-z0-9+])[MNO][A-Za-z0-9+/]{43}(?![A-Za-z0-9+])");

  private static final Pattern ID_AND_COLON = Pattern.compile("\\d{1,20}:");

  private Redaction() {}

  /** The text without what looks like a credential. The time is linear but for long words. */
  public static String of(String text) {
    return PlainText.is(text) ? text : searched(text);
  }

  /** The same, whatever the text looks like. */
  static String searched(String text) {
    String redacted = withoutAccessTokens(text);
    for (CredentialShape shape : SHAPES) redacted = shape.redact(redacted);
    return redacted;
  }

  private static String withoutAccessTokens(String text) {
    if (text.length() < ACCESS_TOKEN_LENGTH) return text;
    Matcher candidate = MAYBE_ACCESS_TOKEN.matcher(text);
    for (int from = 0; candidate.find(from); from = candidate.start() + 1) {
      if (isAccessToken(candidate.group())) {
        String before = text.substring(0, candidate.start());
        return before + MARK + withoutAccessTokens(text.substring(candidate.end()));
      }
    }
    return text;
  }

  private static boolean isAccessToken(String base64) {
    String decoded = new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
    return ID_AND_COLON.matcher(decoded).lookingAt();
  }
}
