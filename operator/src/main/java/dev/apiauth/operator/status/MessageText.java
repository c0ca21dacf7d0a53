package dev.apiauth.operator.status;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How messages for people are put together. */
public final class MessageText {

  /** As much as an event holds, and more than anybody reads. */
  static final int LONGEST = 1024;

  private static final int MOST_NAMES = 5;
  private static final String CUT = " ...";
  private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}+");

  private MessageText() {}

  /**
   * A message of bounded length in one line. Parts of it come from pods and from what users wrote,
   * so control characters are taken out.
   */
  public static String bounded(String message) {
    String line = UNPRINTABLE.matcher(message).replaceAll(" ").strip();
    if (line.length() <= LONGEST) return line;
    int room = LONGEST - CUT.length();
    int word = line.lastIndexOf(' ', room);
    return line.substring(0, word > 0 ? word : wholeCharacters(line, room)) + CUT;
  }

  private static int wholeCharacters(String line, int length) {
    return Character.isHighSurrogate(line.charAt(length - 1)) ? length - 1 : length;
  }

  /** {@code a, b, c, d, e and 3 more}. */
  static String names(List<String> names) {
    String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    int more = names.size() - MOST_NAMES;
    return more > 0 ? "%s and %d more".formatted(first, more) : first;
  }

  /** Sentences one after the other; empty ones are left out. */
  static String sentences(String... sentences) {
    return List.of(sentences).stream()
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
