package dev.apiauth.cli.lint;

import dev.apiauth.cli.input.Manifest;
import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.resolve.IssuedToken;
import dev.apiauth.policy.resolve.RefusedToken;
import dev.apiauth.policy.resolve.TokenRequest;
import dev.apiauth.policy.spec.AtlassianApiTokenSpec;

/**
 * A token resource that schema and rules accept.
 *
 * @param manifest where it is written
 * @param request what it asks of its policy
 * @param claim the same as the policy judges it
 */
record WrittenToken(Manifest manifest, TokenRequest request, IssuedToken claim) {

  AtlassianApiTokenSpec spec() {
    return request.spec();
  }

  String namespace() {
    return manifest.namespace();
  }

  String policy() {
    return spec().policyRef().name();
  }

  /** Why its policy does not accept it, at the field that says so. */
  Problem problem(RefusedToken refused) {
    Problem problem = refused.problemOfToken(policy());
    boolean end = problem.field().equals("spec.notAfter") && spec().lifetime() != null;
    return end
        ? new Problem("spec.lifetime", problem.message(), problem.mend(), problem.severity())
        : problem;
  }

  /** Where its value would be written. */
  String secretName() {
    String said = spec().secretName();
    return said == null ? request.name() + "-api-token" : said;
  }

  /** Tokens of one policy are judged together. */
  String policyKey() {
    return namespace() + "/" + policy();
  }
}
