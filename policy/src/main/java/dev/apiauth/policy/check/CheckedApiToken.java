package dev.apiauth.policy.check;

import dev.apiauth.policy.spec.AtlassianApiTokenSpec;
import java.util.List;

/** What {@link ApiTokenCheck} makes of a token. */
public sealed interface CheckedApiToken {

  /**
   * Schema and rules accept it.
   *
   * @param spec what the user wrote, defaults filled in
   */
  record Accepted(AtlassianApiTokenSpec spec) implements CheckedApiToken {}

  /**
   * The API server would refuse it.
   *
   * @param problems at least one; every one that could be found
   */
  record Refused(List<Problem> problems) implements CheckedApiToken {

    /** The list is copied. */
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
