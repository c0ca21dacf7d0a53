package dev.apiauth.sidecar.answer;

/** Text between the quotes of a challenge's attribute. */
final class QuotedText {

  private QuotedText() {}

  /** Only %x20-21 / %x23-5B / %x5D-7E stay (check B6); others become a question mark. */
  static String of(String text) {
    var clean = new StringBuilder(text.length());
    text.chars().map(c -> isAllowed(c) ? c : '?').forEach(c -> clean.append((char) c));
    return clean.toString();
  }

  private static boolean isAllowed(int c) {
    return c >= 0x20 && c <= 0x7E && c != '"' && c != '\\';
  }
}
