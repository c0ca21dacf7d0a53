package dev.apiauth.cli.lint.check;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.spec.PublicPathSpec;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Paths for which credentials are expected although the product takes no personal access token
 * there: whoever calls them with one is refused ({@code adapter_cannot_reach}).
 */
record PathOutOfReach() implements LintCheck {

  @Override
  public String name() {
    return "path-out-of-reach";
  }

  @Override
  public Stream<Problem> look(LintSubject subject) {
    if (subject.spec().identity() == null) return Stream.empty();
    var reach = TokenReach.of(subject.policy().product());
    return Stream.concat(
            listed(
                "spec.access.publicPaths[%d].path",
                subject.spec().access().publicPaths().stream().map(PublicPathSpec::path).toList(),
                reach),
            listed(
                "spec.access.protectedPaths[%d]", subject.spec().access().protectedPaths(), reach))
        .map(field -> problem(field, subject));
  }

  private static Stream<String> listed(String field, List<String> paths, TokenReach reach) {
    return IntStream.range(0, paths.size())
        .filter(at -> reach.misses(paths.get(at)))
        .mapToObj(field::formatted);
  }

  private static Problem problem(String field, LintSubject subject) {
    return Problem.warning(
        field,
        "%s takes no personal access token there, so every call with a token is refused"
            .formatted(subject.spec().product()),
        "Only calls without a token get there, such as those of a browser with a session");
  }
}
