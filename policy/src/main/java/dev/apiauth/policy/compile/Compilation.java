package dev.apiauth.policy.compile;

import dev.apiauth.policy.decide.CompiledPolicy;

/** What came out of compiling a published policy. */
public sealed interface Compilation {

  /** A policy that can decide. */
  record Compiled(CompiledPolicy policy) implements Compilation {}

  /**
   * A document that this version cannot enforce, for example one with a product that it does not
   * know.
   */
  record Unusable(String why) implements Compilation {}
}
