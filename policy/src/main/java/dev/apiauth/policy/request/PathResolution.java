package dev.apiauth.policy.request;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Resolves a path that is not plain, in Tomcat's order: parameters, decoding, slashes, dots. */
final class PathResolution {

  private PathResolution() {}

  static Outcome<CanonicalPath> of(String raw) {
    var broken = PathTextRules.broken(raw);
    if (broken.isPresent()) {
      return refuse(broken.get());
    }
    var segments = PathSegment.split(raw);
    return PathSegmentRules.broken(segments)
        .map(PathResolution::refuse)
        .orElseGet(() -> resolve(raw, segments));
  }

  private static Outcome<CanonicalPath> resolve(String raw, List<PathSegment> segments) {
    return withoutDots(segments)
        .map(kept -> Outcome.pass(canonical(raw, segments, kept)))
        .orElseGet(() -> refuse("it climbs above the root"));
  }

  private static CanonicalPath canonical(
      String raw, List<PathSegment> segments, List<PathSegment> kept) {
    var end = segments.getLast().isEmpty() && !kept.isEmpty() ? "/" : "";
    return new CanonicalPath(
        raw,
        join(kept, PathSegment::decoded, end),
        join(kept, segment -> PercentEncoding.normalize(segment.name()), end),
        PathOddities.of(segments));
  }

  private static String join(
      List<PathSegment> kept, Function<PathSegment, String> spelling, String end) {
    return kept.stream().map(spelling).collect(Collectors.joining("/", "/", end));
  }

  /** What is left when empty and dot segments are resolved; empty if they climb above the root. */
  private static Optional<List<PathSegment>> withoutDots(List<PathSegment> segments) {
    var kept = new ArrayList<PathSegment>();
    for (var segment : segments) {
      if (segment.isParent()) {
        if (kept.isEmpty()) {
          return Optional.empty();
        }
        kept.removeLast();
      } else if (!segment.isEmpty() && !segment.isDots()) {
        kept.add(segment);
      }
    }
    return Optional.of(kept);
  }

  private static Outcome<CanonicalPath> refuse(String rule) {
    return Outcome.refuse(Reason.AMBIGUOUS_PATH, rule);
  }
}
