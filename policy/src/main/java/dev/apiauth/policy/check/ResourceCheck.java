package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apiauth.policy.check.CheckedResource.Accepted;
import dev.apiauth.policy.check.CheckedResource.Refused;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import java.util.List;

/**
 * Says about a resource file what the API server would say when it is applied with strict
 * validation: schema, defaults and CEL rules of the committed CRD, in the same words.
 *
 * <p>Not checked: whether preset, product and Secrets exist and fit together (that is resolving),
 * and what only a cluster knows, such as changes that a rule forbids. Safe for use by several
 * threads.
 */
public final class ResourceCheck {

  private final KindCheck check = new KindCheck("AtlassianApiAuth", "atlassianapiauths");

  private ResourceCheck() {}

  /**
   * A check by the CRD that this build was made with. Reads it at once; the rules are compiled by
   * the first check, which takes about a second for it.
   */
  public static ResourceCheck byCommittedCrd() {
    return new ResourceCheck();
  }

  /**
   * Checks one file. Its status, if it has one, is not looked at: the API server drops it.
   *
   * @param yaml the text of a file with one resource; at most 512 KiB
   */
  public CheckedResource check(String yaml) {
    return answer(check.check(yaml));
  }

  /**
   * Checks an object as an API server returns it. What that one may have accepted by another CRD,
   * such as a newer one, is refused here. Metadata and status are its own business: nothing but
   * name and namespace is looked at there.
   *
   * @param resource the object, which stays as it is
   */
  public CheckedResource check(ObjectNode resource) {
    return answer(check.check(resource));
  }

  private CheckedResource answer(KindCheck.Verdict verdict) {
    return switch (verdict) {
      case KindCheck.Verdict.Accepted(ObjectNode resource) -> new Accepted(bind(resource));
      case KindCheck.Verdict.Refused(List<Problem> problems) -> new Refused(problems);
    };
  }

  private AtlassianApiAuthResource bind(ObjectNode resource) {
    JsonNode metadata = resource.path("metadata");
    return new AtlassianApiAuthResource(
        metadata.path("name").asText(),
        metadata.path("namespace").asText(""),
        metadata.path("generation").asLong(0),
        check.bind(resource.path("spec"), AtlassianApiAuthSpec.class));
  }
}
