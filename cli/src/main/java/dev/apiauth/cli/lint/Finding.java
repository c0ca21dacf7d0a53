package dev.apiauth.cli.lint;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.apiauth.cli.input.Manifest;
import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.check.Severity;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something about a file, where it stands and what to do about it.
 *
 * @param file the file as the command line names it
 * @param line the line of the field, 1 for the first
 * @param severity {@code error}: the resource would be refused; {@code warning}: it would be taken
 * @param check who says it: {@code operator} for what the API server or the operator would say,
 *     else the name of lint's own check
 * @param field the path of the field; empty where the whole file is meant
 * @param message what is wrong
 * @param mend what to do about it; empty where the message says it already
 */
record Finding(
    String file,
    int line,
    String severity,
    String check,
    String field,
    String message,
    String mend) {

  /** The check of what the API server or the operator would say. */
  static final String OPERATOR = "operator";

  private static final Pattern LINE = Pattern.compile("^line ([0-9]+): ");

  static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(Finding::file).thenComparingInt(Finding::line);

  /** At the line of the problem's field; the line that a message names goes before. */
  static Finding of(Manifest manifest, String check, Problem problem) {
    Matcher line = LINE.matcher(problem.message());
    if (!line.find()) {
      return of(manifest.file(), manifest.lineOf(problem.field()), check, problem);
    }
    var rest =
        new Problem(
            problem.field(),
            problem.message().substring(line.end()),
            problem.mend(),
            problem.severity());
    return of(manifest.file(), Integer.parseInt(line.group(1)), check, rest);
  }

  static Finding of(String file, int line, String check, Problem problem) {
    return new Finding(
        file,
        line,
        problem.severity().name().toLowerCase(Locale.ROOT),
        check,
        problem.field(),
        problem.message(),
        problem.mend());
  }

  @JsonIgnore
  boolean isError() {
    return severity.equalsIgnoreCase(Severity.ERROR.name());
  }

  /** As compilers write it, so that editors find the place. */
  String text() {
    var problem = new Problem(field, message, mend, Severity.ERROR);
    String who = check.equals(OPERATOR) ? "" : " [%s]".formatted(check);
    return "%s:%d: %s: %s%s%n".formatted(file, line, severity, problem, who);
  }
}
