package dev.apiauth.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.decide.CompiledProduct;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.preset.ProductProfile;
import dev.apiauth.policy.request.CanonicalPath;
import dev.apiauth.policy.request.ContextPath;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.policy.request.ProductPath;
import dev.apiauth.policy.spec.Operation;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The facts about the products, path by path: what the profiles make of them. */
class EveryPathOfAProductHasItsClass {

  private static final PresetCatalog CATALOG = PresetCatalog.shipped();

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvFileSource(resources = "paths.csv", numLinesToSkip = 1)
  void bySourceAndNotByGuess(String product, String method, String path, String expected) {
    var told =
        switch (product(product).classes().classify(below(path), method)) {
          case Outcome.Pass<PathClass>(PathClass pathClass) -> pathClass.name();
          case Outcome.Refused<PathClass> refused -> refused.refusal().reason().code();
        };

    assertThat(told).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvFileSource(resources = "token-reach.csv", numLinesToSkip = 1)
  void andTakesItsOwnTokensOrDoesNot(String product, String path, boolean expected) {
    assertThat(product(product).acceptsTokens(below(path))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvFileSource(resources = "operations.csv", numLinesToSkip = 1)
  void andItsOperation(String product, String method, String path, Operation expected) {
    assertThat(product(product).operations().of(below(path), method)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void noRuleMakesAReadOfAMethodOtherThanPost(ProductProfile profile) {
    assertThat(profile.operations())
        .filteredOn(rule -> rule.operation() == Operation.Read)
        .allSatisfy(rule -> assertThat(rule.methods()).containsExactly("POST"))
        .flatExtracting(ProductProfile.OperationRule::paths)
        .allSatisfy(path -> assertThat(path).doesNotContain("**"));
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void whereTheProductIsAskedWhoItIsItTakesItsTokens(ProductProfile profile) {
    assertThat(product(profile.name()).acceptsTokens(below(profile.probe().path()))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void theFactsSayWhereTheyAreFrom(ProductProfile profile) {
    assertThat(profile.versions()).isNotBlank();
    assertThat(profile.source()).isNotBlank();
    assertThat(profile.sessionCookies()).contains("JSESSIONID", "crowd.token_key");
  }

  static Stream<ProductProfile> profiles() {
    return CATALOG.products().values().stream();
  }

  private static CompiledProduct product(String name) {
    return ProductCompiler.compile(CATALOG.product(name).orElseThrow(), ContextPath.ROOT);
  }

  private static ProductPath below(String raw) {
    var path = ((Outcome.Pass<CanonicalPath>) CanonicalPath.of(raw)).value();
    var relative = path.relativeTo(ContextPath.ROOT).orElseThrow();
    return ((Outcome.Pass<ProductPath>) relative.innermost()).value();
  }
}
