package dev.apiauth.policy.compile;

import com.google.re2j.Pattern;
import dev.apiauth.policy.decide.CompiledProduct;
import dev.apiauth.policy.preset.ProductProfile;
import dev.apiauth.policy.request.ContextPath;
import dev.apiauth.policy.request.Parsed;
import dev.apiauth.policy.request.PathClasses;
import dev.apiauth.policy.request.PathPattern;
import dev.apiauth.policy.request.PathPatterns;
import java.util.List;
import java.util.Set;

/**
 * Compiles a product profile. A profile that does not compile is a broken build, not a user's
 * mistake.
 */
final class ProductCompiler {

  private ProductCompiler() {}

  static CompiledProduct compile(ProductProfile profile, String contextPath) {
    return new CompiledProduct(
        profile,
        value(ContextPath.parse(contextPath)),
        PathClasses.of(profile.classes().stream().map(ProductCompiler::rule).toList()),
        Set.copyOf(profile.sessionCookies()),
        patterns(profile.personalAccessTokens().reach()),
        patterns(profile.personalAccessTokens().exceptions()));
  }

  static List<Pattern> tokenShapes(ProductProfile profile) {
    return profile.personalAccessTokens().shapes().stream().map(Pattern::compile).toList();
  }

  private static PathClasses.Rule rule(ProductProfile.ClassRule rule) {
    return new PathClasses.Rule(rule.pathClass(), parse(rule.paths()), rule.methods());
  }

  private static PathPatterns patterns(List<String> texts) {
    return PathPatterns.of(parse(texts));
  }

  private static List<PathPattern> parse(List<String> texts) {
    return texts.stream().map(text -> value(PathPattern.parse(text))).toList();
  }

  private static <T> T value(Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Value<T>(T value) -> value;
      case Parsed.Malformed<T>(String why) -> throw new IllegalArgumentException(why);
    };
  }
}
