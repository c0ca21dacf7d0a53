package dev.apiauth.sidecar.exchange;

import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.sidecar.answer.RefusalAnswers;

/**
 * The policy in force, with what is made from it once.
 *
 * @param policy what decides
 * @param answers how refusals are put into the product's words
 */
public record ActivePolicy(CompiledPolicy policy, RefusalAnswers answers) {

  /** Prepares a policy. */
  public static ActivePolicy of(CompiledPolicy policy) {
    String realm = "%s/%s".formatted(policy.source().namespace(), policy.source().name());
    return new ActivePolicy(
        policy, RefusalAnswers.of(policy.product().profile().refusals(), realm));
  }
}
