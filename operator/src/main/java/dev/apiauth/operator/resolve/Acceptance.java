package dev.apiauth.operator.resolve;

import dev.apiauth.policy.check.Problem;
import java.util.List;

/** Whether a resource is taken as it stands in the API server. */
public sealed interface Acceptance {

  /**
   * It is.
   *
   * @param warnings what its author should know all the same
   */
  record Accepted(List<Problem> warnings) implements Acceptance {}

  /**
   * It is not; what was accepted before stays in force.
   *
   * @param problems at least one
   */
  record Invalid(List<Problem> problems) implements Acceptance {}

  /**
   * Another resource names the same workload, and goes first.
   *
   * @param winner the name of the other one
   */
  record Conflicted(String winner) implements Acceptance {}
}
