package dev.apiauth.policy.request;

/** Makes spellings equal that {@link String#equalsIgnoreCase} calls equal. */
final class CaseFolding {

  private CaseFolding() {}

  /** The folded text; the same string where nothing changes. */
  static String fold(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (fold(text.charAt(i)) != text.charAt(i)) {
        return foldFrom(i, text);
      }
    }
    return text;
  }

  private static String foldFrom(int first, String text) {
    var folded = text.toCharArray();
    for (int i = first; i < folded.length; i++) {
      folded[i] = fold(folded[i]);
    }
    return new String(folded);
  }

  private static char fold(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }
}
