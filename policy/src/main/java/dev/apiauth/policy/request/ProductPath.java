package dev.apiauth.policy.request;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The path that the product serves in the end, below its context path and behind its own rewriting:
 * what patterns and path classes are matched against. Made by {@link RelativePath#innermost} alone,
 * so no rule can be asked about a path that is rewritten to another one.
 */
public final class ProductPath {

  private final String value;
  private final List<String> segments;

  ProductPath(String value) {
    this.value = value;
    this.segments = split(value);
  }

  /** The decoded path, with a slash in front; at the end as well where the request had it. */
  public String value() {
    return value;
  }

  /** The decoded segments; a trailing slash adds none, the root has none. Unmodifiable. */
  public List<String> segments() {
    return segments;
  }

  private static List<String> split(String value) {
    var segments = new ArrayList<String>(8);
    int start = 1;
    for (int slash = value.indexOf('/', start); slash >= 0; slash = value.indexOf('/', start)) {
      segments.add(value.substring(start, slash));
      start = slash + 1;
    }
    if (start < value.length()) {
      segments.add(value.substring(start));
    }
    return Collections.unmodifiableList(segments);
  }

  @Override
  public String toString() {
    return value;
  }
}
