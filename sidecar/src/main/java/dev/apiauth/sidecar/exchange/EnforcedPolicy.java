package dev.apiauth.sidecar.exchange;

import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.sidecar.answer.Enrolment;
import dev.apiauth.sidecar.answer.RefusalAnswers;
import dev.apiauth.sidecar.pipeline.TokenProof;

/**
 * The policy in force, with what is made from it once.
 *
 * @param policy what decides
 * @param tokens what verifies tokens of its providers
 * @param answers how refusals are put into the product's words
 */
public record EnforcedPolicy(CompiledPolicy policy, TokenProof tokens, RefusalAnswers answers) {

  /** Prepares a policy. */
  public static EnforcedPolicy of(CompiledPolicy policy, TokenProof tokens) {
    String realm = "%s/%s".formatted(policy.source().namespace(), policy.source().name());
    return new EnforcedPolicy(
        policy,
        tokens,
        RefusalAnswers.of(
            policy.product().profile().refusals(), realm, Enrolment.of(policy.enrolment())));
  }
}
