package dev.apiauth.policy.request;

/** Recognises a path that is its own canonical form, in one scan and without an allocation. */
final class PlainPath {

  private PlainPath() {}

  /**
   * Whether nothing in the path needs a second look: ordinary characters, no empty segment, no
   * segment that starts with a dot, no two colons in a row.
   */
  static boolean isPlain(String raw) {
    if (!raw.startsWith("/")) {
      return false;
    }
    char previous = '/';
    for (int i = 1; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (!isPlainAfter(previous, c)) {
        return false;
      }
      previous = c;
    }
    return true;
  }

  private static boolean isPlainAfter(char previous, char c) {
    return switch (PathCharacter.of(c)) {
      case ORDINARY -> true;
      case SLASH, DOT -> previous != '/';
      case COLON -> previous != ':';
      case ESCAPE, PARAMETER, RELAXED, REFUSED -> false;
    };
  }
}
