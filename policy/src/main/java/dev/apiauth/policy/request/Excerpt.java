package dev.apiauth.policy.request;

/** What somebody sent, short and printable enough to be quoted in a sentence or an audit line. */
final class Excerpt {

  private static final int LONGEST = 64;

  private Excerpt() {}

  static String of(String text) {
    var start = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return start.replaceAll("[^ -~]", "?");
  }
}
