package dev.apiauth.policy.request;

import java.util.Optional;

/**
 * The rules that a path can break before it is looked at segment by segment (N1).
 *
 * <p>Each of them is a spelling that two programs on the way might read in two ways, or that Tomcat
 * answers with 400 itself.
 */
final class PathTextRules {

  private PathTextRules() {}

  /** The rule that the raw path breaks, as part of a sentence; empty if it breaks none. */
  static Optional<String> broken(String raw) {
    return brokenAsSpelled(raw).or(() -> brokenOnceDecoded(raw));
  }

  private static Optional<String> brokenAsSpelled(String raw) {
    if (!raw.startsWith("/")) {
      return Optional.of("it does not start with a slash");
    }
    for (int i = 0; i < raw.length(); i++) {
      var broken =
          switch (PathCharacter.of(raw.charAt(i))) {
            case REFUSED -> Optional.of(nameOf(raw.charAt(i)));
            case ESCAPE -> brokenByEscape(raw, i);
            default -> Optional.<String>empty();
          };
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }

  private static String nameOf(char c) {
    return switch (c) {
      case '\\' -> "a backslash";
      case '#' -> "a fragment";
      default -> c > ' ' && c < 0x7f ? "a character that must be percent-encoded" : unprintable(c);
    };
  }

  private static String unprintable(char c) {
    return c > 0x7f ? "a byte outside ASCII" : "a space or control character";
  }

  private static Optional<String> brokenByEscape(String raw, int at) {
    if (!PercentEncoding.isEscape(raw, at)) {
      return Optional.of("a percent sign that encodes nothing");
    }
    return switch (PercentEncoding.octet(raw, at)) {
      case '/' -> Optional.of("an encoded slash");
      case '\\' -> Optional.of("an encoded backslash");
      default -> Optional.empty();
    };
  }

  private static Optional<String> brokenOnceDecoded(String raw) {
    return PercentEncoding.decode(raw)
        .map(PathTextRules::brokenBy)
        .orElse(Optional.of("an encoding that is not UTF-8"));
  }

  private static Optional<String> brokenBy(String decoded) {
    for (int i = 0; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      if (isControl(c)) {
        return Optional.of("an encoded control character");
      }
      if (c == '%' && PercentEncoding.isEscape(decoded, i)) {
        return Optional.of("a double encoding");
      }
    }
    return Optional.empty();
  }

  /** C0, DEL, C1 and the two separators that end a line for a regular expression. */
  private static boolean isControl(char c) {
    return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
  }
}
