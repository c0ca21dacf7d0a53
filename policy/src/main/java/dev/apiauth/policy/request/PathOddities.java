package dev.apiauth.policy.request;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which oddities the segments of a path have: one small test for each. */
final class PathOddities {

  private static final Map<Oddity, Predicate<List<PathSegment>>> TESTS =
      Map.of(
          Oddity.PATH_PARAMETERS, PathOddities::hasParameters,
          Oddity.SESSION_PARAMETER, segments -> segments.getLast().hasSessionIdOnly(),
          Oddity.DOT_SEGMENTS, segments -> segments.stream().anyMatch(PathSegment::isDots),
          Oddity.EMPTY_SEGMENTS,
              segments -> inner(segments).stream().anyMatch(PathSegment::isEmpty),
          Oddity.ENCODED_UNRESERVED, PathOddities::escapesUnreserved,
          Oddity.RELAXED_CHARACTERS,
              segments -> segments.stream().anyMatch(PathSegment::hasRelaxedCharacter));

  private PathOddities() {}

  static Set<Oddity> of(List<PathSegment> segments) {
    var found = EnumSet.noneOf(Oddity.class);
    TESTS.forEach(
        (oddity, test) -> {
          if (test.test(segments)) {
            found.add(oddity);
          }
        });
    return Collections.unmodifiableSet(found);
  }

  private static boolean hasParameters(List<PathSegment> segments) {
    var last = segments.getLast();
    return inner(segments).stream().anyMatch(PathSegment::hasParameters)
        || (last.hasParameters() && !last.hasSessionIdOnly());
  }

  private static boolean escapesUnreserved(List<PathSegment> segments) {
    return segments.stream().anyMatch(segment -> PercentEncoding.escapesUnreserved(segment.name()));
  }

  private static List<PathSegment> inner(List<PathSegment> segments) {
    return segments.subList(0, segments.size() - 1);
  }
}
