package dev.apiauth.policy.request;

import java.util.List;
import java.util.Optional;

/**
 * A path with wildcards, as it stands in policies and product profiles: {@code /rest/**}, {@code
 * /rest/auth/*}{@code /session}, {@code /status}. Matched segment by segment and with case against
 * decoded paths below the context path: {@code /rest/**} takes {@code /rest} and {@code /rest/api},
 * not {@code /restx}.
 *
 * <p>A trailing slash of the request means nothing, as in JAX-RS: {@code /x} takes {@code /x/} too.
 * A pattern that protects a resource would otherwise miss its second spelling.
 */
public final class PathPattern {

  /** How far a pattern goes. */
  enum Reach {
    /** The path of that many segments alone. */
    EXACT,
    /** That path and everything below it; written as {@code **} at the end. */
    SUBTREE
  }

  /** Stands for exactly one segment, whatever it is. */
  static final String ANY = "*";

  private static final String BELOW = "**";

  private final String text;
  private final List<String> segments;
  private final Reach reach;

  private PathPattern(String text, List<String> segments, Reach reach) {
    this.text = text;
    this.segments = segments;
    this.reach = reach;
  }

  /**
   * Reads a pattern.
   *
   * @return the pattern; malformed with a sentence for what could never match or would match
   *     something else than it seems to
   */
  public static Parsed<PathPattern> parse(String text) {
    if (!text.startsWith("/")) {
      return malformed(text, "does not start with a slash");
    }
    if (text.equals("/")) {
      return Parsed.value(new PathPattern(text, List.of(), Reach.EXACT));
    }
    var segments = List.of(text.substring(1).split("/", -1));
    return problem(segments)
        .map(problem -> malformed(text, problem))
        .orElseGet(() -> Parsed.value(read(text, segments)));
  }

  /**
   * Reads a path as it stands in lists that mean "there and below": one without wildcards takes
   * itself and everything below it, one with wildcards is a pattern like any other. A slash alone
   * takes everything.
   */
  public static Parsed<PathPattern> parseTree(String text) {
    if (text.contains("*")) return parse(text);
    return parse(text.equals("/") ? "/" + BELOW : text + "/" + BELOW);
  }

  private static PathPattern read(String text, List<String> segments) {
    int last = segments.size() - 1;
    return segments.get(last).equals(BELOW)
        ? new PathPattern(text, segments.subList(0, last), Reach.SUBTREE)
        : new PathPattern(text, segments, Reach.EXACT);
  }

  private static Optional<String> problem(List<String> segments) {
    int last = segments.size() - 1;
    if (segments.get(last).isEmpty()) {
      return Optional.of("ends in a slash: leave it out, it matches with and without");
    }
    if (segments.subList(0, last).contains(BELOW)) {
      return Optional.of("has ** elsewhere than at the end");
    }
    return segments.stream().map(PathPattern::problem).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> problem(String segment) {
    if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
      return Optional.of("has an empty or dot segment, which no canonical path has");
    }
    if (segment.contains("*") && !segment.equals(ANY) && !segment.equals(BELOW)) {
      return Optional.of("has * within a segment: it stands for a whole one");
    }
    return segment.chars().anyMatch(PathPattern::cannotStandInPattern)
        ? Optional.of("is not plain: write it decoded, without parameters, query or fragment")
        : Optional.empty();
  }

  private static boolean cannotStandInPattern(int c) {
    return Character.isISOControl(c) || "%;?#\\".indexOf(c) >= 0;
  }

  private static Parsed<PathPattern> malformed(String text, String problem) {
    return Parsed.malformed("The pattern \"%s\" %s".formatted(text, problem));
  }

  /** What stands between the slashes, {@link #ANY} for one segment of any text. */
  List<String> segments() {
    return segments;
  }

  Reach reach() {
    return reach;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathPattern pattern && pattern.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The pattern as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
