package dev.apiauth.testkit.kube.pod;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code $(NAME)} in commands, arguments and variables; {@code $$(NAME)} stands for itself, and so
 * does the name of a variable that is not there.
 */
record VariableReferences(Map<String, String> variables) {

  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\$|\\$\\(([A-Za-z_.][\\w.\\-]*)\\)");

  String expand(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(replacement(found)));
  }

  private String replacement(MatchResult found) {
    return found.group(1) == null ? "$" : variables.getOrDefault(found.group(1), found.group());
  }
}
