package dev.apiauth.testkit.product.rest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The path of a route: {@code /rest/api/2|latest/issue/{key}}.
 *
 * <p>A segment is a text, several texts between {@code |}, or a {@code {name}} for any one segment.
 * A trailing slash makes no difference, as in JAX-RS.
 */
public final class PathTemplate {

  private final List<List<String>> segments;

  PathTemplate(String template) {
    segments = split(template).stream().map(segment -> List.of(segment.split("\\|"))).toList();
  }

  static List<String> split(String path) {
    return path.equals("/") ? List.of() : Arrays.asList(path.substring(1).split("/"));
  }

  /** The values of the names, if this is the path of these segments. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    var variables = new HashMap<String, String>();
    for (int i = 0; i < path.size(); i++) {
      var expected = segments.get(i);
      if (isVariable(expected)) {
        variables.put(nameOf(expected), path.get(i));
      } else if (!expected.contains(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  private static boolean isVariable(List<String> segment) {
    return segment.getFirst().startsWith("{");
  }

  private static String nameOf(List<String> variable) {
    var text = variable.getFirst();
    return text.substring(1, text.length() - 1);
  }
}
