package dev.apiauth.policy.compile;

import dev.apiauth.policy.credential.PayloadIssuer;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.document.PolicySet;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.resolve.GoldenResource;
import dev.apiauth.policy.resolve.Resolution;

/** Policies that the golden resources became, and what compiling makes of them. */
final class Published {

  private static final PolicyCompiler COMPILER =
      new PolicyCompiler(PresetCatalog.shipped(), new PayloadIssuer(), ProductDefaults.NONE);

  private Published() {}

  static PolicySet golden(String name) {
    return GoldenResource.all()
        .filter(golden -> golden.name().equals(name))
        .map(golden -> ((Resolution.Resolved) golden.resolution()).set())
        .findFirst()
        .orElseThrow();
  }

  static Compilation compile(PolicySet set) {
    return COMPILER.compile(set, PolicyHash.of(new byte[0]));
  }

  static CompiledPolicy compiled(String golden) {
    return ((Compilation.Compiled) compile(golden(golden))).policy();
  }
}
