package dev.apiauth.policy.request;

import java.util.Arrays;

/** What a byte of a raw path is to the product's connector (RFC 3986, section 3.3). */
enum PathCharacter {
  /** Stands for itself, wherever it is. */
  ORDINARY,
  SLASH,
  DOT,
  COLON,
  /** {@code %}, the start of a percent-encoded byte. */
  ESCAPE,
  /** {@code ;}, the start of path parameters. */
  PARAMETER,
  /** Not a path character by the RFC, but one by {@code relaxedPathChars="[]|"}. */
  RELAXED,
  REFUSED;

  private static final String ORDINARY_MARKS = "-_~!$&'()*+,=@";
  private static final PathCharacter[] OF_ASCII = table();

  static PathCharacter of(char c) {
    return c < OF_ASCII.length ? OF_ASCII[c] : REFUSED;
  }

  /** Whether percent-encoding that byte changes nothing (RFC 3986, section 2.3). */
  static boolean isUnreserved(int octet) {
    return isAlphanumeric(octet) || "-._~".indexOf(octet) >= 0;
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static PathCharacter[] table() {
    var table = new PathCharacter[128];
    Arrays.setAll(table, PathCharacter::classify);
    return table;
  }

  private static PathCharacter classify(int c) {
    return switch (c) {
      case '/' -> SLASH;
      case '.' -> DOT;
      case ':' -> COLON;
      case '%' -> ESCAPE;
      case ';' -> PARAMETER;
      case '[', ']', '|' -> RELAXED;
      default -> isAlphanumeric(c) || ORDINARY_MARKS.indexOf(c) >= 0 ? ORDINARY : REFUSED;
    };
  }
}
