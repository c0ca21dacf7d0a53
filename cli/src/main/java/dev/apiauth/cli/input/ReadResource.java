package dev.apiauth.cli.input;

import dev.apiauth.policy.check.AtlassianApiAuthResource;
import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.document.PolicySet;
import java.util.List;

/** What the operator would make of a resource, and the sidecar of that. */
public sealed interface ReadResource {

  /** Everything that is to be said about it, errors or not. */
  List<Problem> problems();

  /**
   * A policy that would be enforced.
   *
   * @param resource what was written, defaults filled in
   * @param set what would be published
   * @param policy what would decide
   * @param problems what to know about it all the same
   */
  record Usable(
      AtlassianApiAuthResource resource,
      PolicySet set,
      CompiledPolicy policy,
      List<Problem> problems)
      implements ReadResource {}

  /** Nothing that would be enforced, and every reason why. */
  record Refused(List<Problem> problems) implements ReadResource {}
}
