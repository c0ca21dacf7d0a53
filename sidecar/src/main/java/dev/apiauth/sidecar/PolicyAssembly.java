package dev.apiauth.sidecar;

import dev.apiauth.policy.compile.Compilation;
import dev.apiauth.policy.compile.PolicyCompiler;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.document.PolicySet;
import dev.apiauth.sidecar.exchange.EnforcedPolicy;
import dev.apiauth.sidecar.prove.VerifierFactory;
import java.util.function.BiFunction;

/**
 * Makes of a published policy what is enforced. Called by the reloader; a policy that cannot be
 * enforced is rejected by the exception.
 */
final class PolicyAssembly implements BiFunction<PolicySet, PolicyHash, EnforcedPolicy> {

  private final PolicyCompiler compiler;
  private final VerifierFactory verifiers;

  PolicyAssembly(PolicyCompiler compiler, VerifierFactory verifiers) {
    this.compiler = compiler;
    this.verifiers = verifiers;
  }

  @Override
  public EnforcedPolicy apply(PolicySet set, PolicyHash hash) {
    return switch (compiler.compile(set, hash)) {
      case Compilation.Compiled(CompiledPolicy policy) ->
          EnforcedPolicy.of(policy, verifiers.of(policy));
      case Compilation.Unusable(String why) -> throw new IllegalArgumentException(why);
    };
  }
}
