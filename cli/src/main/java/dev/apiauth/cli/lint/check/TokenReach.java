package dev.apiauth.cli.lint.check;

import dev.apiauth.policy.decide.CompiledProduct;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.request.ProductPath;
import dev.apiauth.policy.request.RelativePath;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the product takes its own tokens, asked with patterns: a pattern is missed if no path that
 * it stands for can be reached.
 */
record TokenReach(CompiledProduct product, List<String> reach) {

  private static final String ANYTHING = "anything";

  static TokenReach of(CompiledProduct product) {
    return new TokenReach(product, product.profile().personalAccessTokens().reach());
  }

  boolean misses(String pattern) {
    return Stream.concat(examples(pattern), reachedBelow(pattern)).noneMatch(this::reaches);
  }

  private static Stream<String> examples(String pattern) {
    String path = pattern.replace("**", ANYTHING).replace("*", ANYTHING);
    return Stream.of(path, path.replaceAll("/" + ANYTHING + "$", "/"));
  }

  /** What is reached may lie below a wide pattern. */
  private Stream<String> reachedBelow(String pattern) {
    if (!pattern.endsWith("/**")) return Stream.empty();
    String base = pattern.substring(0, pattern.length() - 2);
    return reach.stream().filter(each -> each.startsWith(base)).flatMap(TokenReach::examples);
  }

  private boolean reaches(String path) {
    return new RelativePath(path).innermost() instanceof Outcome.Pass<ProductPath>(var below)
        && product.acceptsTokens(below);
  }
}
