package dev.apiauth.policy.request;

import java.util.ArrayList;
import java.util.List;

/**
 * One segment of a raw path, taken apart as Tomcat does: first the parameters go, then the name is
 * decoded.
 *
 * @param name as it was spelled, without parameters
 * @param parameters from the first {@code ;} on, as they were spelled; empty if there are none
 * @param decoded the name with every escape decoded once
 */
record PathSegment(String name, String parameters, String decoded) {

  /** The segments behind each slash; the last one is empty where the path ends in a slash. */
  static List<PathSegment> split(String raw) {
    var segments = new ArrayList<PathSegment>();
    int start = 1;
    for (int slash = raw.indexOf('/', start); slash >= 0; slash = raw.indexOf('/', start)) {
      segments.add(of(raw.substring(start, slash)));
      start = slash + 1;
    }
    segments.add(of(raw.substring(start)));
    return segments;
  }

  private static PathSegment of(String raw) {
    int parameters = raw.indexOf(';');
    var name = parameters < 0 ? raw : raw.substring(0, parameters);
    var rest = parameters < 0 ? "" : raw.substring(parameters);
    return new PathSegment(name, rest, PercentEncoding.decode(name).orElseThrow());
  }

  boolean isEmpty() {
    return name.isEmpty();
  }

  boolean isParent() {
    return decoded.equals("..");
  }

  /** Whether Tomcat resolves this segment away. */
  boolean isDots() {
    return isDots(decoded);
  }

  /** Whether it would be a dot segment to a program that cuts at an encoded {@code ;} too. */
  boolean looksLikeDots() {
    int semicolon = decoded.indexOf(';');
    return isDots(semicolon < 0 ? decoded : decoded.substring(0, semicolon));
  }

  boolean hasSemicolon() {
    return hasParameters() || decoded.indexOf(';') >= 0;
  }

  boolean hasParameters() {
    return !parameters.isEmpty();
  }

  /** Whether all of its parameters are one session id, as a servlet container writes it. */
  boolean hasSessionIdOnly() {
    return parameters.startsWith(";jsessionid=") && parameters.indexOf(';', 1) < 0;
  }

  boolean hasRelaxedCharacter() {
    return name.chars().anyMatch(c -> PathCharacter.of((char) c) == PathCharacter.RELAXED);
  }

  private static boolean isDots(String text) {
    return text.equals(".") || text.equals("..");
  }
}
