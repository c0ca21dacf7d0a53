package dev.apiauth.operator.resolve;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.document.EncodedPolicy;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import java.util.List;

/**
 * A policy that is to be enforced.
 *
 * @param spec the spec that it comes from
 * @param source the resource with that spec, as YAML
 * @param policy the policy with the Secrets as they are now
 * @param references what is wrong with the Secrets that it refers to; what depends on them denies
 */
public record InForce(
    AtlassianApiAuthSpec spec, String source, EncodedPolicy policy, List<Problem> references) {

  @Override
  public String toString() {
    return "InForce[%s]".formatted(policy.hash().shortened());
  }
}
