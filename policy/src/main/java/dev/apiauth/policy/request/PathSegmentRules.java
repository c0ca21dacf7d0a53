package dev.apiauth.policy.request;

import java.util.List;
import java.util.Optional;

/** The rules that a path can break by its segments and by what stands beside them (N1, N2). */
final class PathSegmentRules {

  private PathSegmentRules() {}

  /** The rule that the segments break, as part of a sentence; empty if they break none. */
  static Optional<String> broken(List<PathSegment> segments) {
    if (segments.getLast().isDots()) {
      // RFC 3986, section 5.2.4 keeps the slash before it, the servlet specification drops it.
      return Optional.of("a dot segment at the end");
    }
    if (segments.stream().anyMatch(PathSegmentRules::climbsByColons)) {
      return Optional.of("a climb spelled with colons");
    }
    return semicolonMeetsDots(segments)
        ? Optional.of("a semicolon in or next to a dot segment")
        : Optional.empty();
  }

  /** Atlassian's resource servlet took {@code ..::} for {@code ../} (CVE-2026-21589). */
  private static boolean climbsByColons(PathSegment segment) {
    return segment.decoded().contains("::") && segment.decoded().contains("..");
  }

  private static boolean semicolonMeetsDots(List<PathSegment> segments) {
    var previous = segments.getFirst();
    for (var segment : segments) {
      if (semicolonMeetsDots(previous, segment)) {
        return true;
      }
      previous = segment;
    }
    return false;
  }

  private static boolean semicolonMeetsDots(PathSegment one, PathSegment next) {
    boolean semicolon = one.hasSemicolon() || next.hasSemicolon();
    return semicolon && (one.looksLikeDots() || next.looksLikeDots());
  }
}
