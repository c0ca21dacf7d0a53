package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apiauth.policy.spec.AtlassianApiTokenSpec;
import java.util.List;

/**
 * Says about an AtlassianApiToken what the API server would say when it is applied with strict
 * validation, in the same words. Whether its policy exists and accepts it is not checked. Safe for
 * use by several threads.
 */
public final class ApiTokenCheck {

  private final KindCheck check = new KindCheck("AtlassianApiToken", "atlassianapitokens");

  private ApiTokenCheck() {}

  /** A check by the CRD that this build was made with. */
  public static ApiTokenCheck byCommittedCrd() {
    return new ApiTokenCheck();
  }

  /**
   * Checks one file. Its status, if it has one, is not looked at.
   *
   * @param yaml the text of a file with one resource; at most 512 KiB
   */
  public CheckedApiToken check(String yaml) {
    return answer(check.check(yaml));
  }

  /**
   * Checks an object as an API server returns it: its CRD may be a newer one.
   *
   * @param resource the object, which stays as it is
   */
  public CheckedApiToken check(ObjectNode resource) {
    return answer(check.check(resource));
  }

  private CheckedApiToken answer(KindCheck.Verdict verdict) {
    return switch (verdict) {
      case KindCheck.Verdict.Accepted(ObjectNode resource) ->
          new CheckedApiToken.Accepted(
              check.bind(resource.path("spec"), AtlassianApiTokenSpec.class));
      case KindCheck.Verdict.Refused(List<Problem> problems) ->
          new CheckedApiToken.Refused(problems);
    };
  }
}
