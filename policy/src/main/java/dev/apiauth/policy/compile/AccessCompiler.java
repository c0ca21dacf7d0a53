package dev.apiauth.policy.compile;

import dev.apiauth.policy.decide.AccessRules;
import dev.apiauth.policy.decide.GroupRule;
import dev.apiauth.policy.decide.PathRules;
import dev.apiauth.policy.request.PathPattern;
import dev.apiauth.policy.request.PathPatterns;
import dev.apiauth.policy.spec.AccessSpec;
import dev.apiauth.policy.spec.GroupAccessSpec;
import dev.apiauth.policy.spec.PublicPathSpec;
import java.util.List;
import java.util.Set;

/** Compiles who may call, and from where. */
final class AccessCompiler {

  private AccessCompiler() {}

  static AccessRules rules(AccessSpec access) {
    GroupAccessSpec groups = access.groups();
    return new AccessRules(
        groups.source(),
        new GroupRule(
            Set.copyOf(groups.allow()),
            Set.copyOf(groups.deny()),
            Set.copyOf(groups.readOnly()),
            groups.whenAbsent()),
        AddressCompiler.rule(access.cidrs()));
  }

  static PathRules paths(AccessSpec access) {
    return new PathRules(
        access.publicPaths().stream().map(AccessCompiler::open).toList(),
        trees(access.protectedPaths()));
  }

  private static PathRules.Open open(PublicPathSpec spec) {
    var path = ParsedText.value(PathPattern.parse(spec.path()));
    return new PathRules.Open(PathPatterns.of(List.of(path)), Set.copyOf(spec.methods()));
  }

  /** Paths of a list that means "there and below". */
  static PathPatterns trees(List<String> paths) {
    return PathPatterns.of(
        paths.stream().map(path -> ParsedText.value(PathPattern.parseTree(path))).toList());
  }
}
