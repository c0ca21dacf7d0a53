package dev.apiauth.policy.request;

import static dev.apiauth.policy.request.Judged.patterns;
import static dev.apiauth.policy.request.Judged.problem;
import static dev.apiauth.policy.request.Judged.productPath;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PatternsMatchSegmentBySegment {

  @ParameterizedTest(name = "{0} takes {1}: {2}")
  @CsvFileSource(resources = "patterns.csv", numLinesToSkip = 1)
  void one(String pattern, String raw, boolean matches) {
    assertThat(PathPatterns.of(patterns(pattern)).matches(productPath(raw))).isEqualTo(matches);
  }

  @ParameterizedTest(name = "{0} by case only takes {1}: {2}")
  @CsvFileSource(resources = "case-variants.csv", numLinesToSkip = 1)
  void withCase(String pattern, String path, boolean byCaseOnly) {
    var variant = new ProductPath(path);

    assertThat(PathPatterns.of(patterns(pattern)).matchesIgnoringCaseOnly(variant))
        .isEqualTo(byCaseOnly);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "bad-patterns.csv", numLinesToSkip = 1)
  void orAreRefusedWithASentence(String pattern, String sentence) {
    assertThat(problem(PathPattern.parse(pattern)))
        .startsWith("The pattern \"" + pattern + "\" ")
        .contains(sentence);
  }

  @Test
  void noneMatchesNothing() {
    assertThat(PathPatterns.of(List.of()).matches(productPath("/"))).isFalse();
  }

  @Test
  void theFirstOfManyIsTheOneNamed() {
    var many = PathPatterns.of(patterns("/rest/*/x", "/rest/**", "/rest/api/x", "/**"));

    assertThat(many.match(productPath("/rest/api/x"))).hasToString("Optional[/rest/*/x]");
    assertThat(many.match(productPath("/rest/api/y"))).hasToString("Optional[/rest/**]");
    assertThat(many.match(productPath("/rest"))).hasToString("Optional[/rest/**]");
    assertThat(many.match(productPath("/other"))).hasToString("Optional[/**]");
  }

  @Test
  void manyMatchWhatEachOfThemWouldAlone() {
    var each = patterns("/", "/a", "/a/*", "/a/*/b", "/*/a/**", "/b/**", "/*/*/a", "/a/b/a/**");
    var many = PathPatterns.of(each);

    assertThat(everyPathOfUpToFour("a", "b", "c"))
        .allSatisfy(
            path ->
                assertThat(many.match(path))
                    .isEqualTo(each.stream().filter(one -> takes(one, path)).findFirst()));
  }

  private static boolean takes(PathPattern pattern, ProductPath path) {
    var text = pattern.toString().equals("/") ? "" : pattern.toString();
    var expression = text.replace("/**", "(/.*)?").replaceAll("(?<=/)\\*(?=/|$)", "[^/]+") + "/?";
    return path.value().matches(expression);
  }

  private static Stream<ProductPath> everyPathOfUpToFour(String... names) {
    return Stream.iterate(
            List.of(""), longer -> longer.getFirst().length() <= 8, paths -> longer(paths, names))
        .flatMap(List::stream)
        .map(path -> new ProductPath(path.isEmpty() ? "/" : path));
  }

  private static List<String> longer(List<String> paths, String... names) {
    return paths.stream().flatMap(path -> Stream.of(names).map(name -> path + "/" + name)).toList();
  }
}
