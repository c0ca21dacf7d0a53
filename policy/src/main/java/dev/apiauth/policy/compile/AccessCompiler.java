package dev.apiauth.policy.compile;

import dev.apiauth.policy.decide.AccessRules;
import dev.apiauth.policy.decide.GroupRule;
import dev.apiauth.policy.spec.AccessSpec;
import dev.apiauth.policy.spec.GroupAccessSpec;
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
}
