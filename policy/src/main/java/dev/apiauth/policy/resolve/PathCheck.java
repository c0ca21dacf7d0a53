package dev.apiauth.policy.resolve;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.request.CanonicalPath;
import dev.apiauth.policy.request.ContextPath;
import dev.apiauth.policy.request.Parsed;
import dev.apiauth.policy.request.PathPattern;
import dev.apiauth.policy.request.PathPatterns;
import dev.apiauth.policy.request.ProductPath;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import dev.apiauth.policy.spec.PasswordExceptionSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks what a schema cannot see of paths: whether a pattern is one, and whether it is too wide.
 */
final class PathCheck {

  private static final String MEND =
      "Write a path below the context path, such as /rest/api/2/serverInfo, or a pattern with * for"
          + " a whole segment and ** at the end";

  /** Paths that nobody has: a pattern that takes them takes every REST API of the product. */
  private static final List<ProductPath> NOBODYS =
      List.of(path("/rest/-/-/-"), path("/rest/api/-/-"));

  private PathCheck() {}

  static void check(AtlassianApiAuthSpec spec, Findings findings) {
    for (int at = 0; at < spec.access().publicPaths().size(); at++) {
      publicPath(
          spec.access().publicPaths().get(at).path(),
          "spec.access.publicPaths[%d].path".formatted(at),
          findings);
    }
    trees(spec.access().protectedPaths(), "spec.access.protectedPaths", findings);
    List<PasswordExceptionSpec> exceptions = spec.credentialsOrDefault().passwords().exceptions();
    for (int at = 0; at < exceptions.size(); at++) {
      String field = "spec.credentials.passwords.exceptions[%d].paths".formatted(at);
      trees(exceptions.get(at).paths(), field, findings);
    }
  }

  private static void trees(List<String> paths, String field, Findings findings) {
    for (int at = 0; at < paths.size(); at++) {
      pattern(paths.get(at), "%s[%d]".formatted(field, at), PathPattern::parseTree, findings);
    }
  }

  private static void publicPath(String text, String field, Findings findings) {
    pattern(text, field, PathPattern::parse, findings)
        .map(pattern -> PathPatterns.of(List.of(pattern)))
        .filter(patterns -> NOBODYS.stream().anyMatch(patterns::matches))
        .ifPresent(
            wide ->
                findings.warning(
                    field,
                    "\"%s\" takes every path of a REST API, which anybody may call then"
                        .formatted(text),
                    "Name the endpoints that are meant"));
  }

  private static Optional<PathPattern> pattern(
      String text, String field, Function<String, Parsed<PathPattern>> parse, Findings findings) {
    return switch (parse.apply(text)) {
      case Parsed.Value<PathPattern>(PathPattern pattern) -> Optional.of(pattern);
      case Parsed.Malformed<PathPattern>(String why) -> {
        findings.error(field, why, MEND);
        yield Optional.empty();
      }
    };
  }

  /**
   * A path that is spelled plainly.
   *
   * @throws IllegalArgumentException otherwise
   */
  private static ProductPath path(String text) {
    Outcome<ProductPath> read =
        CanonicalPath.of(text)
            .then(path -> path.relativeTo(ContextPath.ROOT).orElseThrow().innermost());
    return switch (read) {
      case Outcome.Pass<ProductPath>(ProductPath path) -> path;
      case Outcome.Refused<ProductPath> refused -> throw new IllegalArgumentException(text);
    };
  }
}
