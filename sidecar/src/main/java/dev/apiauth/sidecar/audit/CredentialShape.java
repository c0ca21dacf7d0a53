package dev.apiauth.sidecar.audit;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What one kind of credential looks like.
 *
 * @param mayMatch a cheap look that spares most texts the expression
 * @param pattern the expression
 * @param replacement what is left of it
 */
record CredentialShape(Predicate<String> mayMatch, Pattern pattern, String replacement) {

  /** From this length on, a word may be a credential by its length alone. */
  static final int LONG_WORD = 32;

  CredentialShape(Predicate<String> mayMatch, String pattern, String replacement) {
    this(mayMatch, Pattern.compile(pattern), replacement);
  }

  String redact(String text) {
    return mayMatch.test(text) ? pattern.matcher(text).replaceAll(replacement) : text;
  }

  static Predicate<String> having(String... parts) {
    return text -> {
      for (String part : parts) {
        if (text.contains(part)) return true;
      }
      return false;
    };
  }

  static boolean hasLongWord(String text) {
    int length = 0;
    for (int at = 0; at < text.length() && length < LONG_WORD; at++) {
      length = isWord(text.charAt(at)) ? length + 1 : 0;
    }
    return length == LONG_WORD;
  }

  private static boolean isWord(char c) {
    return isBetween('a', c, 'z')
        || isBetween('A', c, 'Z')
        || isBetween('0', c, '9')
        || c == '_'
        || c == '-';
  }

  private static boolean isBetween(char first, char c, char last) {
    return first <= c && c <= last;
  }
}
