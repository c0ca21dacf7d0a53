package dev.apiauth.operator.status;

import dev.apiauth.policy.check.Problem;
import java.util.List;

/** What the operator made of a resource's current spec. */
public sealed interface Acceptance {

  /**
   * It is in force, or about to be.
   *
   * @param warnings what whoever wrote it should know
   */
  record Accepted(List<Problem> warnings) implements Acceptance {

    /** The list is copied. */
    public Accepted {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * It is faulty.
   *
   * @param problems at least one error; warnings may stand among them
   */
  record Invalid(List<Problem> problems) implements Acceptance {

    /** The list is copied. */
    public Invalid {
      problems = List.copyOf(problems);
    }
  }

  /**
   * An older resource names the same workload.
   *
   * @param winner the name of that resource
   */
  record Conflicted(String winner) implements Acceptance {}
}
