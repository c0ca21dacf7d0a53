package dev.apiauth.operator.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.zjsonpatch.JsonPatch;
import java.io.IOException;
import java.util.Base64;

/** Reviews as the API server sends them, and what it reads out of the answers. */
final class Reviews {

  static final ObjectMapper JSON = new ObjectMapper();

  static final String POD =
      """
      {"kind": "Pod", "apiVersion": "v1",
       "metadata": {"generateName": "jira-", "labels": {"app": "jira"}},
       "spec": {"containers": [{"name": "jira", "image": "jira"}]}}
      """;

  private Reviews() {}

  /** The creation of this object. */
  static String creating(String object) {
    return review("\"group\": \"\", \"version\": \"v1\", \"resource\": \"pods\"", "CREATE", object);
  }

  /**
   * A review.
   *
   * @param resource group, version and resource as members of a JSON object
   */
  static String review(String resource, String operation, String object) {
    return """
    {"kind": "AdmissionReview", "apiVersion": "admission.k8s.io/v1",
     "request": {"uid": "f0b9", "resource": {%s}, "namespace": "atlassian",
       "operation": "%s", "userInfo": {"username": "u"}, "dryRun": false, "object": %s}}
    """
        .formatted(resource, operation, object);
  }

  static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static JsonNode response(String answer) {
    return tree(answer).path("response");
  }

  /** What becomes of an object by the patch of an answer. */
  static JsonNode patched(String object, String answer) {
    return JsonPatch.apply(patch(answer), tree(object));
  }

  static JsonNode patch(String answer) {
    try {
      return JSON.readTree(Base64.getDecoder().decode(response(answer).path("patch").asText()));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The pod with a label and with a container before the others. */
  static Pod withSidecar(Pod pod) {
    return new PodBuilder(pod)
        .editMetadata()
        .addToLabels("apiauth.dev/policy", "jira")
        .endMetadata()
        .editSpec()
        .addNewInitContainer()
        .withName("apiauth-sidecar")
        .withRestartPolicy("Always")
        .endInitContainer()
        .endSpec()
        .build();
  }
}
