package dev.apiauth.policy.compile;

import com.google.re2j.Pattern;
import dev.apiauth.policy.decide.CompiledProduct;
import dev.apiauth.policy.decide.Operations;
import dev.apiauth.policy.preset.ProductProfile;
import dev.apiauth.policy.request.ContextPath;
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

  static CompiledProduct compile(ProductProfile profile, ContextPath context) {
    return new CompiledProduct(
        profile,
        context,
        PathClasses.of(profile.classes().stream().map(ProductCompiler::rule).toList()),
        new Operations(profile.operations().stream().map(ProductCompiler::rule).toList()),
        Set.copyOf(profile.sessionCookies()),
        patterns(profile.personalAccessTokens().reach()),
        patterns(profile.personalAccessTokens().exceptions()));
  }

  static List<Pattern> tokenShapes(ProductProfile profile) {
    return profile.personalAccessTokens().shapes().stream().map(Pattern::compile).toList();
  }

  static PathPatterns transfers(ProductProfile profile) {
    return patterns(profile.largeFiles().transfers());
  }

  private static PathClasses.Rule rule(ProductProfile.ClassRule rule) {
    return new PathClasses.Rule(rule.pathClass(), parse(rule.paths()), rule.methods());
  }

  private static Operations.Rule rule(ProductProfile.OperationRule rule) {
    return new Operations.Rule(rule.operation(), rule.methods(), patterns(rule.paths()));
  }

  private static PathPatterns patterns(List<String> texts) {
    return PathPatterns.of(parse(texts));
  }

  private static List<PathPattern> parse(List<String> texts) {
    return texts.stream().map(text -> ParsedText.value(PathPattern.parse(text))).toList();
  }
}
