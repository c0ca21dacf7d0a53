package dev.apiauth.cli.run;

import java.util.List;
import java.util.regex.Pattern;

/** The words of a line as a shell reads them: blanks between, double quotes around. */
final class Words {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private Words() {}

  static List<String> of(String line) {
    return WORD.matcher(line)
        .results()
        .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
        .toList();
  }
}
