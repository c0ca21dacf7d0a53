package dev.apiauth.policy.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class SimilarNames {

  private SimilarNames() {}

  /** The nearest of the known names, if it is near enough to be a slip. */
  static Optional<String> nearest(String written, Collection<String> known) {
    return known.stream()
        .filter(name -> distance(written, name) <= tolerance(written, name))
        .min(Comparator.comparingInt(name -> distance(written, name)));
  }

  private static int tolerance(String written, String name) {
    return Math.min(written.length(), name.length()) <= 5 ? 1 : 2;
  }

  /** How many letters were added, left out or replaced (Levenshtein), without case. */
  private static int distance(String left, String right) {
    String from = left.toLowerCase(Locale.ROOT);
    String to = right.toLowerCase(Locale.ROOT);
    if (Math.abs(from.length() - to.length()) > 2) return Integer.MAX_VALUE;
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) above[column] = column;
    for (int row = 1; row <= from.length(); row++)
      above = nextRow(from.charAt(row - 1), to, above, row);
    return above[to.length()];
  }

  private static int[] nextRow(char letter, String to, int[] above, int row) {
    int[] current = new int[above.length];
    current[0] = row;
    for (int column = 1; column < above.length; column++) {
      int replaced = above[column - 1] + (letter == to.charAt(column - 1) ? 0 : 1);
      int addedOrLeftOut = Math.min(above[column], current[column - 1]) + 1;
      current[column] = Math.min(replaced, addedOrLeftOut);
    }
    return current;
  }
}
