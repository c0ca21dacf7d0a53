package dev.apiauth.policy.token;

import com.google.re2j.Matcher;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a matched name becomes: text with {@code $1} to {@code $9} for groups and {@code $$} for a
 * dollar sign.
 *
 * @param template checked by {@link #complaint}
 */
record Replacement(String template) {

  private static final Pattern REFERENCE = Pattern.compile("\\$(.?)");

  static Replacement parse(String template) {
    return new Replacement(template);
  }

  static Optional<String> complaint(String template, int groups) {
    return REFERENCE
        .matcher(template)
        .results()
        .map(found -> found.group(1))
        .filter(reference -> !isKnown(reference, groups))
        .findFirst()
        .map(
            reference -> "refers to $" + reference + ", but the pattern has " + groups + " groups");
  }

  private static boolean isKnown(String reference, int groups) {
    if (reference.equals("$")) {
      return true;
    }
    return reference.matches("[1-9]") && Integer.parseInt(reference) <= groups;
  }

  /** The text with the groups of {@code matched} in it; a group that took no part is empty. */
  String fill(Matcher matched) {
    return REFERENCE
        .matcher(template)
        .replaceAll(
            found -> java.util.regex.Matcher.quoteReplacement(text(found.group(1), matched)));
  }

  private static String text(String reference, Matcher matched) {
    if (reference.equals("$")) {
      return "$";
    }
    return Optional.ofNullable(matched.group(Integer.parseInt(reference))).orElse("");
  }
}
