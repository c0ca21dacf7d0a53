package dev.apiauth.policy.check;

import java.util.List;

/** What {@link ResourceCheck} makes of a file. */
public sealed interface CheckedResource {

  /** Schema and rules accept it. */
  record Accepted(AtlassianApiAuthResource resource) implements CheckedResource {}

  /**
   * The API server would refuse it.
   *
   * @param problems at least one; every one that could be found, since a person mends them all at
   *     once
   */
  record Refused(List<Problem> problems) implements CheckedResource {

    /** Keeps the problems as they are now. */
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
